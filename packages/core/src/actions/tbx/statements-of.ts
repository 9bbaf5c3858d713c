import { tbxUnsupported } from '../../export/tbx/tbx-words.ts';
import { MAX_STATEMENTS } from '../check-definition.ts';
import type { ImportedPassage, ImportedStatement } from '../imported-entry.ts';
import type { TbxField } from './tbx-fields.ts';

const roles: ReadonlyMap<string, ImportedStatement['role']> = new Map([
  ['definition', 'definition'],
  ['context', 'context'],
  ['example', 'context'],
]);

export const isStatement = (field: string): boolean => roles.has(field);

/**
 * The statements of an entry, definitions first. Each is said once, and no more are taken than an entry can have. A source
 * that names a place in a document, as our exports do, is a passage. What further languages say is taken where the entry
 * is not defined in its own.
 */
export function statementsOf(
  fields: readonly TbxField[],
  further: readonly TbxField[],
): {
  readonly statements: readonly ImportedStatement[];
  /** What is said about statements. */
  readonly notes: readonly string[];
  readonly left: readonly string[];
} {
  const [own, others] = [fields, further].map((all) =>
    all.filter(({ name, text }) => isStatement(name) && text !== ''),
  );
  const isDefined = own?.some(({ name }) => name === 'definition') === true;
  const said = [...(own ?? []), ...(isDefined ? [] : (others ?? []))];
  const byRole = Map.groupBy(said, ({ name }) => roles.get(name) ?? 'context');
  const statements: ImportedStatement[] = [];
  const notes: string[] = [];
  const left = isDefined ? (others ?? []).map(({ name }) => name) : [];
  for (const role of ['definition', 'context'] as const) {
    for (const { name, text, sources, notes: about, others: rest } of byRole.get(role) ?? []) {
      if (statements.some((one) => one.text === text && one.role === role)) continue;
      if (statements.length === MAX_STATEMENTS) {
        left.push(name);
        continue;
      }
      const evidence = sources.flatMap((source) => passageOf(source, text) ?? []);
      left.push(...rest, ...sources.slice(evidence.length).map(() => 'source'));
      notes.push(...about.filter((note) => note !== tbxUnsupported));
      statements.push({ text, role, ...(evidence.length === 0 ? {} : { evidence }) });
    }
  }
  return { statements, notes, left };
}

/** `handbook/pods.md:12:5`, and the words there where they are not those of the statement. */
function passageOf({ text, words }: TbxField['sources'][number], statement: string): ImportedPassage | undefined {
  const [, document, line, column] = /^(.+):([1-9]\d{0,8}):([1-9]\d{0,8})$/su.exec(text) ?? [];
  if (document === undefined) return undefined;
  return { document, line: Number(line), column: Number(column), quote: words ?? statement };
}
