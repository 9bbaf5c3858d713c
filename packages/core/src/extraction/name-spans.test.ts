import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asNames, createNameFinder, markedNames } from './name-spans.ts';
import type { Word, WordClass } from './split-into-words.ts';

/** `the/- glass/n kiln/n`: words a space apart. */
function wordsOf(text: string): Word[] {
  let start = 0;
  return text.split(' ').map((one) => {
    const [surface = '', own = 'n'] = one.split('/');
    const word = { start, end: start + surface.length, text: surface, class: own as WordClass };
    start = word.end + 1;
    return word;
  });
}

const defined = (subject: string) => ({ language: 'en', subject, subjectKey: subject });
const mark = (words: readonly Word[], first: number, last: number) => ({
  kind: 'strong' as const,
  start: words[first]?.start ?? 0,
  end: words[last - 1]?.end ?? 0,
  value: '',
});

describe('names that a document defines', () => {
  it('are found where scripts meet in them', () => {
    const words: readonly Word[] = [
      { start: 0, end: 1, text: '2', class: 'd' },
      { start: 1, end: 3, text: '番杭', class: 'n' },
    ];
    const find = createNameFinder([{ language: 'ja', subject: '2番杭', subjectKey: '2番杭' }]);
    expect(find(words, 'ja')).toEqual([{ first: 0, last: 2 }]);
  });

  it('are found wherever they stand, singular or plural', () => {
    const words = wordsOf('late/- frosts/n end/v before/- the/- late/- frost/n watch/n');
    const find = createNameFinder([defined('late frost'), defined('late frost watch')]);
    expect(find(words, 'en')).toEqual([
      { first: 0, last: 2 },
      { first: 5, last: 8 },
    ]);
    expect(find(words, 'nl')).toEqual([]);
  });

  it('are found without the dashes and the possessive mark around them', () => {
    const words = wordsOf("–/- late/- frost/n 's/- end/n late/- frost/n –/- here/-");
    expect(createNameFinder([defined('late frost')])(words, 'en')).toEqual([
      { first: 1, last: 3 },
      { first: 5, last: 7 },
    ]);
  });

  it('become noun phrases, whatever their words were taken for', () => {
    const words = wordsOf('the/- late/- frost/v is/- bad/a');
    expect(asNames(words, [{ first: 1, last: 3 }]).map((word) => word.class)).toEqual(['-', 'a', 'n', '-', 'a']);
  });

  it('never overlap, and change no word outside them', () => {
    const word = fc.constantFrom('late/-', 'frost/n', 'watch/v', 'the/-', 'of/o', 'five/d');
    const name = fc.constantFrom('late frost', 'frost watch', 'watch', 'frost of the watch', 'five frost');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.array(name), (text, names) => {
        const words = wordsOf(text.join(' '));
        const spans = createNameFinder(names.map(defined))(words, 'en');
        const covered = new Set(spans.flatMap(({ first, last }) => words.slice(first, last)));
        expect(covered.size).toBe(spans.reduce((sum, { first, last }) => sum + last - first, 0));
        for (const [index, one] of asNames(words, spans).entries()) {
          const before = words[index];
          const isInName =
            before !== undefined && spans.some(({ first, last }) => last - first > 1 && index >= first && index < last);
          if (isInName) expect(one.class).not.toBe('-');
          else expect(one).toBe(before);
        }
      }),
    );
  });
});

describe('words that an author marked', () => {
  it('are a name after an article, though a verb seems to open it', () => {
    const words = wordsOf('the/- rinse/v plan/n hangs/v here/-');
    expect(markedNames(words, [mark(words, 1, 3)], 'en')).toEqual([{ first: 1, last: 3 }]);
  });

  it('are none without an article, or where they end like no name', () => {
    const words = wordsOf('rinse/v plan/n first/-');
    expect(markedNames(words, [mark(words, 0, 2)], 'en')).toEqual([]);
    const open = wordsOf('the/- plan/n hangs/v');
    expect(markedNames(open, [mark(open, 1, 3)], 'en')).toEqual([]);
  });
});
