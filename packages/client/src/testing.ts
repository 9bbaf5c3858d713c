/** The `./testing` door of `@genglossary/client`: a client without a server, for tests of programs that use one. */
import {
  type AppRouter,
  createClient,
  GenGlossaryError,
  type GlossaryClient,
  isGenGlossaryError,
} from '@genglossary/client';
import { TRPCClientError, type TRPCLink } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { scriptShapes, type Shape } from './script-shapes.ts';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

/** What a procedure answers; of a subscription all its pages, after which it ends. */
type Answer<Output> = Output extends AsyncIterable<{ readonly data: infer Page }> ? readonly Page[] : Output;

/** An answer for every call, or what makes one of what was asked. What it throws is what the call fails with. */
type Scripted<Input, Output> = Answer<Output> | ((input: Input) => Answer<Output> | Promise<Answer<Output>>);

/** Answers by room and procedure; only what the program under test asks. */
export type Script = {
  readonly [R in keyof Inputs]?: {
    readonly [P in keyof Inputs[R] & keyof Outputs[R]]?: Scripted<Inputs[R][P], Outputs[R][P]>;
  };
};

/** What was asked, in order. */
export interface ScriptedCall {
  /** `entries.update` */
  readonly path: string;
  readonly input: unknown;
}

export interface ScriptedClient extends GlossaryClient {
  readonly calls: readonly ScriptedCall[];
}

/**
 * The same client as `createClient`, answering from a script: everything above the wire is the real thing, so errors,
 * paging and following are too. Throw a `GenGlossaryError` to have a call refused. A call that is not scripted, or whose
 * answer has another shape than the server's, fails with `client/not-understood`, and the message says which.
 *
 * @example
 * ```ts
 * const glossary = createScriptedClient({ entries: { list: { items: [], total: 0 } } });
 * await myProgram(glossary);
 * expect(glossary.calls.map(({ path }) => path)).toEqual(['entries.list']);
 * ```
 */
export function createScriptedClient(script: Script): ScriptedClient {
  const calls: ScriptedCall[] = [];
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        let isOver = false;
        calls.push({ path: op.path, input: op.input });
        const answer = async () => {
          try {
            const answered = await answerOf(script, op);
            const pages = op.type === 'subscription' ? (answered as readonly { readonly lastSeq?: number }[]) : [];
            for (const data of pages) {
              if (!isOver) observer.next({ result: { type: 'data', data: { id: String(data.lastSeq ?? 0), data } } });
            }
            if (isOver) return;
            if (op.type !== 'subscription') observer.next({ result: { data: answered } });
            observer.complete();
          } catch (error) {
            if (!isOver) observer.error(asLinkError(error));
          }
        };
        void answer();
        return () => {
          isOver = true;
        };
      });
  return { ...createClient({ transport: { link, close: () => undefined } }), calls };
}

async function answerOf(script: Script, { path, input }: ScriptedCall): Promise<unknown> {
  const [room = '', procedure = ''] = path.split('.');
  const scripted = (script as Readonly<Record<string, Readonly<Record<string, unknown>> | null | undefined>>)[room]?.[
    procedure
  ];
  if (scripted === undefined) throw scriptFault(`Nothing is scripted for ${path}.`);
  const answer: unknown =
    typeof scripted === 'function' ? await (scripted as (input: unknown) => unknown)(input) : scripted;
  const shape = (scriptShapes as Readonly<Record<string, Shape>>)[path];
  if (shape !== undefined && !isOfShape(answer, shape)) {
    throw scriptFault(`The script answers ${path} with ${described(answer)}; it has to be ${SHAPES[shape]}.`);
  }
  // Whoever changes what he got does not change the script.
  return structuredClone(answer);
}

const SHAPES: Readonly<Record<Shape, string>> = {
  pages: 'an array of pages, each with lastSeq',
  list: 'an array',
  items: 'an object with an array of items',
};

function isOfShape(answer: unknown, shape: Shape): boolean {
  if (shape === 'items') return isObject(answer) && Array.isArray(answer['items']);
  if (!Array.isArray(answer)) return false;
  return shape === 'list' || answer.every((page) => isObject(page) && typeof page['lastSeq'] === 'number');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A glance at what was scripted. */
function described(answer: unknown): string {
  if (answer === undefined) return 'nothing';
  if (Array.isArray(answer)) return 'an array';
  return isObject(answer) ? `an object of ${Object.keys(answer).join(', ') || 'nothing'}` : JSON.stringify(answer);
}

function scriptFault(message: string): GenGlossaryError {
  const hint = 'Script it as the server answers: the types of the script say how.';
  return new GenGlossaryError('client/not-understood', message, { details: { status: undefined }, hint });
}

/** As it would come from the wire. */
function asLinkError(thrown: unknown): TRPCClientError<AppRouter> {
  if (!isGenGlossaryError(thrown)) {
    const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
    return new TRPCClientError(cause.message, { cause });
  }
  const { code, message, details, hint, retryable, requestId = 'scripted' } = thrown;
  const glossary = { code, message, details, hint, retryable, requestId };
  return new TRPCClientError(message, {
    result: { error: { message, code: -32_600, data: { glossary } as never } },
  });
}
