import type { Rolldown } from 'tsdown';

/** A statement of a file of types: where it stands, and what it declares. */
interface Statement {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly id?: { readonly name: string } | null;
  readonly declarations?: readonly { readonly id: { readonly name?: string } }[];
  readonly specifiers?: readonly { readonly local: { readonly name?: string } }[];
}

/**
 * Leaves doc comments of types only on what a door exports: what the server and core say of their inside no editor
 * ever shows to a user of the client, and it would be a third of the package.
 */
export function docsOfTheDoor(): Rolldown.Plugin {
  return {
    name: 'docs-of-the-door',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.fileName.endsWith('.d.ts')) continue;
        const { body } = this.parse(chunk.code, { lang: 'dts' }) as unknown as { readonly body: readonly Statement[] };
        chunk.code = withoutInnerDocs(chunk.code, body);
      }
    },
  };
}

function withoutInnerDocs(code: string, statements: readonly Statement[]): string {
  const exported = new Set(statements.flatMap(({ specifiers = [] }) => specifiers.map(({ local }) => local.name)));
  let end = 0;
  return statements
    .map((statement) => {
      // With what stands before it, which is its comment.
      const text = code.slice(end, statement.end);
      ({ end } = statement);
      return namesOf(statement).some((name) => exported.has(name)) ? text : withoutDocs(text);
    })
    .join('');
}

function namesOf({ id, declarations = [] }: Statement): readonly (string | undefined)[] {
  return [id?.name, ...declarations.map((one) => one.id.name)];
}

/** A text may hold what looks like a comment. */
function withoutDocs(text: string): string {
  return text.replace(/(["'`])(?:\\.|(?!\1).)*\1|[ \t]*\/\*\*[\s\S]*?\*\/\n?/gu, (found, quote?: string) =>
    quote === undefined ? '' : found,
  );
}
