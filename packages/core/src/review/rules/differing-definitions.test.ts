import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptId, tellIssue } from '../../domain/index.ts';
import { atOnce } from '../../runtime/in-slices.ts';
import { buildConcept, buildCorpus, buildGlossary } from '../../testing/builders.ts';
import { reviewGlossary } from '../review-glossary.ts';

interface Meaning {
  readonly meaning: string;
  readonly genus?: string;
}

/** The issues about an entry that documents a, b, c … define as told. */
function issuesOf(name: string, meanings: readonly Meaning[]) {
  const documents = Object.fromEntries(meanings.map(({ meaning }, index) => [`${index}.md`, meaning]));
  const corpus = buildCorpus(documents);
  const concept = buildConcept(name);
  const told = meanings.map((one, index) => {
    const document = `${index}.md`;
    return { ...one, text: one.meaning, document, evidence: corpus.evidence(document, one.meaning) };
  });
  const stated = new Map([[conceptId(concept.id), told]]);
  const issues = atOnce(reviewGlossary(buildGlossary({ concepts: [concept] }), { stated }));
  return issues.filter(({ rule }) => rule === 'differing-definitions');
}

const differs = (name: string, ...meanings: readonly Meaning[]): boolean => issuesOf(name, meanings).length > 0;

describe('definitions of one term that differ', () => {
  it('are a contradiction that quotes both passages', () => {
    const [one, other] = ['a bell that calls the crew to supper', 'a lantern above the harbour wall'];
    const [issue, ...rest] = issuesOf('dusk signal', [{ meaning: one }, { meaning: other }]);
    expect(rest).toEqual([]);
    expect(issue).toMatchObject({
      kind: 'contradiction',
      message: `"dusk signal" is defined in two ways: "${one}" (0.md) and "${other}" (1.md).`,
      evidence: [{ quote: one }, { quote: other }],
    });
    expect(issue && tellIssue(issue, 'ja', { term: 'dusk signal' })).toBe(
      `「dusk signal」の定義が、文書によって食い違っています（${one} ↔ ${other}）。`,
    );
  });

  it.each([
    ['of another measure', 'the bell at 17:30 hours', 'the bell at 18:00 hours'],
    ['of another kind with the same head', 'a plastic box that holds twenty loaves', 'a wooden box for empty bottles'],
    ['in Japanese', '夕食の始まりを船員に知らせる鐘', '港の壁の上に吊るされた赤い灯'],
    ['by a number in Japanese', '甲板を洗い始める時刻で、朝の6時', '甲板を洗い始める時刻で、朝の7時'],
  ])('differ %s', (_, one, other) => {
    const genus = /\bbox\b/u.test(one) ? { genus: 'box' } : {};
    expect(differs('dusk signal', { meaning: one, ...genus }, { meaning: other, ...genus })).toBe(true);
  });

  it.each([
    ['one is a rewording', 'a bell that calls the crew to supper', 'the bell by which a crew is called'],
    ['one says more', 'a lantern above the harbour wall', 'a red lantern that burns above the harbour wall in fog'],
    ['both measure alike', 'a bell at 17:30 hours', 'the bell that rings at 17:30 hours'],
    ['one is too short to tell', 'a bell', 'a lantern above the harbour wall'],
    ['they are Japanese rewordings', '夕食を船員に知らせる鐘', '船員を夕食に呼ぶための鐘'],
  ])('are none where %s', (_, one, other) => {
    expect(differs('dusk signal', { meaning: one }, { meaning: other })).toBe(false);
  });

  it('are none where all passages say the same, and differ whichever is read first', () => {
    const word = fc.constantFrom('lantern', 'bell', 'harbour', 'supper', 'crew', 'wall', '6 bells', '7 bells');
    const meaning = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(meaning, meaning, (one, other) => {
        expect(differs('signal', { meaning: one }, { meaning: one })).toBe(false);
        expect(differs('signal', { meaning: one }, { meaning: other })).toBe(
          differs('signal', { meaning: other }, { meaning: one }),
        );
      }),
    );
  });
});
