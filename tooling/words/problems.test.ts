import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { problemInJapanese } from '../../packages/core/src/errors/tell-problem.ts';

const core = resolve(import.meta.dirname, '../../packages/core/src');
/** Where a person is refused something with a reason. */
const rooms = ['actions', 'documents', 'llm'].map((room) => join(core, room));
/** The reason, as it is written where something is refused: `throw invalid('…')`. */
const refusal = /throw (?:this\.#)?invalid(?:Category)?\(\s*(?:'((?:[^'\\]|\\.)+)'|`([^`]+)`)/gu;

it('has Japanese words for every reason with which an action refuses', () => {
  const reasons = rooms.flatMap(reasonsIn);
  expect(reasons.length).toBeGreaterThan(50);
  expect(reasons.filter((reason) => problemInJapanese(reason) === reason)).toEqual([]);
});

/** Each with an example of what it names. */
function reasonsIn(room: string): readonly string[] {
  const sources = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  return sources.flatMap((name) =>
    [...readFileSync(join(room, name), 'utf8').matchAll(refusal)].map(([, plain, template]) =>
      (plain ?? template ?? '').replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/gu, '7').replaceAll(/\\(.)/gu, '$1'),
    ),
  );
}
