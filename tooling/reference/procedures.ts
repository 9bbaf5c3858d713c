import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { appRouter } from '../../packages/server/src/router.ts';

const folder = resolve(import.meta.dirname, '../../packages/server/src/procedures');

interface Definition {
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly inputs: readonly z.ZodType[];
}

/** `docs/reference/procedures.md`: what the router itself says of its procedures, and their doc comments. */
export function proceduresReference(): string {
  const comments = docComments();
  // The router's types leave out what every procedure carries at run time; the name is tRPC's.
  // oxlint-disable-next-line no-underscore-dangle
  const all = appRouter._def.procedures as unknown as Readonly<Record<string, { readonly _def: Definition }>>;
  const rooms = [...new Set(Object.keys(all).map((path) => path.split('.')[0] ?? ''))];
  const sections = rooms.map((room) => {
    const rows = Object.entries(all)
      .filter(([path]) => path.startsWith(`${room}.`))
      .map(([path, { _def: definition }]) => {
        const input = definition.inputs.map(shapeOf).join(' & ');
        const { says, refuses } = comments.get(path) ?? { says: '', refuses: [] };
        const codes = refuses.map((code) => `\`${code}\``).join(' · ');
        return `| \`${path}\` | ${definition.type} | ${input === '' ? '' : `\`${input.replaceAll('|', '\\|')}\``} | ${says} | ${codes} |`;
      });
    return `## ${room}\n\n| procedure | kind | input | what it does | refuses with |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Procedures

Every procedure of the server, written from its router (\`pnpm exec vitest run tooling/reference -u\` writes this page; a test compares the two). \`@genglossary/client\` has the same rooms with typed methods; [\`plain-trpc.ts\`](../../examples/plain-trpc.ts) shows tRPC's own client. Queries and mutations go over HTTP at \`/trpc\`, subscriptions over a WebSocket at the same path. \`?\` means that a field may be left out. What a change answers as \`undo\` can be handed to \`undo.useToken\`, once.

The [codes](errors.md) of the last column come on top of those that any call may be refused with: \`request/…\` where it was not understood or not let in, \`storage/…\` where the database does not answer, \`server/unexpected\`.

${sections.join('\n')}`;
}

/** An input as one short line: \`{ projectId: string, limit?: integer }\`. */
function shapeOf(schema: z.ZodType): string {
  return shown(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Json);
}

interface Json {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly items?: Json;
}

function shown(json: Json): string {
  const choices = json.anyOf ?? json.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(shown))].join(' | ');
  if (json.const !== undefined) return JSON.stringify(json.const);
  if (json.enum !== undefined) return json.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (json.type === 'array') return json.items === undefined ? '[]' : `${wrapped(shown(json.items))}[]`;
  if (typeof json.type === 'object') return json.type.join(' | ');
  if (json.type !== 'object') return json.type ?? 'any';
  const required = new Set(json.required);
  const fields = Object.entries(json.properties ?? {}).map(
    ([name, one]) => `${name}${required.has(name) && !('default' in one) ? '' : '?'}: ${shown(one)}`,
  );
  return fields.length === 0 ? 'object' : `{ ${fields.join(', ')} }`;
}

function wrapped(text: string): string {
  return text.includes(' | ') && !text.startsWith('{') ? `(${text})` : text;
}

interface DocComment {
  readonly says: string;
  readonly refuses: readonly string[];
}

/** What stands above each procedure in its room's file, by path; `@throws` apart. */
export function docComments(): ReadonlyMap<string, DocComment> {
  const comments = new Map<string, DocComment>();
  for (const file of readdirSync(folder)) {
    const source = readFileSync(join(folder, file), 'utf8');
    const room = file.replace('.ts', '').replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
    for (const match of source.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\n {2}(\w+): procedure/gu)) {
      const [, comment = '', name = ''] = match;
      const [says = '', codes = ''] = comment.replaceAll(/\s*\n\s*\*?\s*/gu, ' ').split('@throws');
      comments.set(`${room}.${name}`, {
        says: says.trim().replaceAll('|', '\\|'),
        refuses: [...codes.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code),
      });
    }
  }
  return comments;
}
