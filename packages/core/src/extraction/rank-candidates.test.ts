import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, PartOfSpeech, Prose, Sentence } from '../domain/index.ts';
import type { DocumentEvidence } from './corpus-statistics.ts';
import { gatherMentions } from './gather-mentions.ts';
import { rankCandidates } from './rank-candidates.ts';
import { selectTerms } from './select-terms.ts';
import { termRows, writtenForms } from './written-forms.ts';
import { atOnce } from '../runtime/in-slices.ts';

const TAGS: Readonly<Record<string, PartOfSpeech>> = {
  n: 'NOUN',
  p: 'PROPN',
  a: 'ADJ',
  v: 'VERB',
  d: 'DET',
  m: 'NUM',
  o: 'ADP',
  x: 'AUX',
  c: 'CCONJ',
};

/** `the/d glass/n kiln/n cools/v`: one block a line, one sentence a block; `#` opens a heading; `_` joins to the word before. */
function tagged(text: string, language = 'en'): { prose: Prose; sentences: Sentence[] } {
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  let prose = '';
  for (const line of text.trim().split('\n')) {
    if (blocks.length > 0) prose += '\n';
    const start = prose.length;
    const tokens: Sentence['tokens'][number][] = [];
    for (const word of line.trim().replace(/^# /u, '').split(/\s+/u)) {
      const [surface = '', tag = 'n'] = word.split('/');
      if (tokens.length > 0 && language !== 'ja' && !surface.startsWith('_')) prose += ' ';
      const shown = surface.replace('_', '');
      tokens.push({
        start: prose.length,
        end: prose.length + shown.length,
        partOfSpeech: /^\p{P}$/u.test(shown) ? 'PUNCT' : (TAGS[tag] ?? 'X'),
        lemma: shown.toLowerCase(),
      });
      prose += shown;
    }
    const kind = line.trim().startsWith('#') ? 'heading' : 'paragraph';
    blocks.push({ kind, start, end: prose.length, level: 0, section: -1, row: -1, column: -1 });
    sentences.push({ start, end: prose.length, block: blocks.length - 1, language, tokens });
  }
  const alignment = { prose: [], proseLength: [], original: [], originalLength: [] };
  return { prose: { text: prose, blocks, marks: [], alignment }, sentences };
}

function mentionsOf(text: string, language?: string) {
  const { prose, sentences } = tagged(text, language);
  return { mentions: gatherMentions(prose, sentences) };
}

/** The same among a hundred thousand other words. */
function inLongText({ mentions }: ReturnType<typeof mentionsOf>): DocumentEvidence {
  return { mentions: { languages: mentions.languages.map((one) => ({ ...one, wordCount: 100_000 })) } };
}

function keysOf(evidence: DocumentEvidence): string[] {
  return atOnce(rankCandidates([evidence])).candidates.map(({ key }) => key);
}

/** Which of these ranks before the others. */
function firstOf(keys: readonly string[], document: DocumentEvidence): string | undefined {
  return atOnce(rankCandidates([document])).candidates.find(({ key }) => keys.includes(key))?.key;
}

/** Why a candidate scores as it does: values by the names of the parts. */
function partsOf(key: string, document: DocumentEvidence): Readonly<Record<string, number>> {
  const found = atOnce(rankCandidates([document])).candidates.find((one) => one.key === key);
  return Object.fromEntries(found?.parts.map(({ name, value }) => [name, value]) ?? []);
}

/** The same with so many links as documentation has. */
function asDocumentation({ mentions }: ReturnType<typeof mentionsOf>): DocumentEvidence {
  const cues = [{ text: 'other', counts: { link: 9 } }];
  return { mentions: { languages: mentions.languages.map((one) => ({ ...one, cues })) } };
}

/** The score of "upkeep" in pages with these headings. */
function partsUnder(headings: readonly string[]) {
  const pages = headings.map((heading) => mentionsOf(`# ${heading}/n\nThe/d keeper/n oils/v the/d hinge/n .`));
  return atOnce(rankCandidates(pages)).candidates.find(({ key }) => key === 'upkeep')?.parts;
}

/** The terms that are kept of one language. */
function keptIn(language: string, documents: readonly DocumentEvidence[]): string[] {
  const ranked = atOnce(rankCandidates(documents));
  const terms = atOnce(selectTerms(ranked, { lists: { required: [], excluded: [] } }));
  return terms.filter((term) => term.language === language).map(({ key }) => key);
}

const KILN = mentionsOf(`
  # Glass/n kilns/n
  The/d glass/n kiln/n cools/v slowly/x .
  Each/d glass/n kiln/n has/x a/d flux/n gauge/n .
  A/d flux/n gauge/n is/x a/d dial/n of/o brass/n .
  The/d people/n read/v the/d flux/n gauges/n at/o night/n .
`);

describe('ranking candidates', () => {
  it('counts singular, plural, heading and running text as one candidate', () => {
    const kiln = atOnce(rankCandidates([KILN])).candidates.find((one) => one.key === 'glass kiln');
    expect(kiln).toMatchObject({ term: 'glass kiln', frequency: 3, documentFrequency: 1 });
    expect(writtenForms(kiln ?? { forms: [] })).toEqual(['glass kiln', 'Glass kilns']);
  });

  it('drops words that are only a piece of one longer phrase, and keeps single words', () => {
    const keys = atOnce(rankCandidates([mentionsOf('The/d north/n wall/n flux/n gauge/n broke/x .')])).candidates.map(
      (one) => one.key,
    );
    expect(keys).toContain('north wall flux gauge');
    expect(keys).not.toContain('wall flux');
    expect(keys).toContain('gauge');
  });

  it('keeps a contained term that also stands alone', () => {
    const keys = atOnce(rankCandidates([KILN, mentionsOf('The/d brass/n flux/n gauge/n shines/v .')])).candidates.map(
      (one) => one.key,
    );
    expect(keys).toContain('brass flux gauge');
    expect(keys).toContain('flux gauge');
  });

  it('ties nouns by a linking word', () => {
    const keys = atOnce(rankCandidates([mentionsOf('We/x value/v breadth/n of/o crown/n leaf/n .')])).candidates.map(
      (one) => one.key,
    );
    expect(keys).toContain('breadth of crown leaf');
  });

  it('puts the words of a subject before the words of every day', () => {
    const keys = atOnce(rankCandidates([KILN])).candidates.map((one) => one.key);
    expect(keys.indexOf('flux gauge')).toBeLessThan(keys.indexOf('night'));
    expect(keys.indexOf('flux gauge')).toBeLessThan(keys.indexOf('people'));
  });

  it('puts what the documents explain before what they only use as often', () => {
    const used = mentionsOf('The/d keeper/n turns/v the/d vorl/n .\nThe/d keeper/n turns/v the/d brel/n .');
    const definingSentences = Array.from({ length: 8 }, () => ({
      language: 'en',
      subjectKey: 'vorl',
      score: 0.8,
      end: 30,
    }));
    expect(firstOf(['brel', 'vorl'], used)).toBe('brel');
    expect(firstOf(['brel', 'vorl'], { ...used, definingSentences })).toBe('vorl');
  });

  it('counts a place that two readings explain once, and no label that is met nowhere else', () => {
    const used = mentionsOf('Vorl/n is/v a/d lid/n .\nThe/d keeper/n turns/v the/d brel/n near/o the/d brel/n .');
    const definitionsOf = (key: string, explicit: 'glossary' | 'term' | 'text') => {
      const one = { language: 'en', subjectKey: key, score: 0.8, end: 12, explicit };
      const { candidates } = atOnce(rankCandidates([{ ...inLongText(used), definingSentences: [one, one] }]));
      return candidates.find((candidate) => candidate.key === key)?.definitions;
    };
    expect(definitionsOf('brel', 'text')).toBe(1);
    expect(definitionsOf('vorl', 'text')).toBeUndefined();
    expect(definitionsOf('vorl', 'glossary')).toBe(1);
    expect(definitionsOf('vorl', 'term')).toBe(1);
  });

  it('counts in a short text what a sentence defines in passing, if it is named again', () => {
    const used = mentionsOf('Vorl/n is/v a/d lid/n .\nThe/d keeper/n turns/v the/d brel/n near/o the/d brel/n .');
    const definitionsOf = (key: string, score: number, evidence = used) => {
      const definingSentences = [{ language: 'en', subjectKey: key, score, end: 12 }];
      const { candidates } = atOnce(rankCandidates([{ ...evidence, definingSentences }]));
      return candidates.find((candidate) => candidate.key === key)?.definitions;
    };
    expect(definitionsOf('brel', 0.65)).toBe(1);
    expect(definitionsOf('vorl', 0.65)).toBeUndefined();
    expect(definitionsOf('vorl', 0.9)).toBeUndefined();
    expect(definitionsOf('brel', 0.5)).toBeUndefined();
    expect(definitionsOf('brel', 0.9, inLongText(used))).toBeUndefined();
  });

  it('takes the name of a day or month for no term, unless it is explained', () => {
    const used = mentionsOf('The/d keeper/n rests/v on/o Friday/p and/x in/o March/p .');
    expect(keysOf(used)).toEqual(['keeper', 'rest']);
    const definingSentences = [{ language: 'en', subjectKey: 'friday', score: 0.9, end: 12 }];
    expect(keysOf({ ...used, definingSentences })).toContain('friday');
  });

  it('puts what sentences begin with and speak of before what they mention', () => {
    expect(partsOf('vorl', mentionsOf('The/d vorl/n turns/v the/d brel/n .'))['subject']).toBeGreaterThan(0);
    expect(partsOf('brel', mentionsOf('The/d vorl/n turns/v the/d brel/n .'))['subject']).toBeUndefined();
    expect(partsOf('塔', mentionsOf('塔/n は/o 光る/v 。', 'ja'))['subject']).toBeGreaterThan(0);
    expect(partsOf('塔', mentionsOf('塔/n を/o 塗る/v 。', 'ja'))['subject']).toBeUndefined();
  });

  it('puts what stands in headings before what does not, alone there or not', () => {
    const document = mentionsOf('# The/d vorl/n and/c its/d care/n\nThe/d keeper/n oils/v the/d brel/n .');
    expect(partsOf('vorl', document)['inHeadings']).toBeGreaterThan(0);
    expect(partsOf('brel', document)['inHeadings']).toBeUndefined();
  });

  it('puts what is met in the singular and in the plural before what has one of them', () => {
    const document = mentionsOf('The/d vorl/n holds/v two/x vorls/n and/c brels/n .');
    expect(partsOf('vorl', document)['counted']).toBeGreaterThan(0);
    expect(partsOf('brel', document)['counted']).toBeUndefined();
  });

  it.each(['brelSize', 'brel.size'])('puts what is written like %s, a name in code, after others', (name) => {
    const key = name.toLowerCase();
    expect(partsOf(key, mentionsOf(`The/d keeper/n sets/v the/d ${name}/n .`))['identifier']).toBeLessThan(0);
    expect(partsOf('keeper', mentionsOf(`The/d keeper/n sets/v the/d ${name}/n .`))['identifier']).toBeUndefined();
  });

  it('takes inner capitals in the middle of Japanese for those of a name', () => {
    expect(partsOf('brelsize', mentionsOf('brelSize/n を/o 塗る/v 。', 'ja'))['identifier']).toBeUndefined();
    expect(partsOf('brel.size', mentionsOf('brel.size/n を/o 塗る/v 。', 'ja'))['identifier']).toBeLessThan(0);
  });

  it('takes an English word in the middle of Japanese the less for a name, the more people use it', () => {
    const document = mentionsOf('name/n と/o vorl/n を/o 塗る/v 。', 'ja');
    expect(partsOf('name', document)['english']).toBeLessThan(partsOf('vorl', document)['english'] ?? Number.NaN);
  });

  it('counts capitals and rare words in running text alone', () => {
    const text = mentionsOf('We/x saw/v the/d Brel/p in/x the/d night/n .');
    expect(Object.keys(partsOf('brel', text))).toEqual(expect.arrayContaining(['rare', 'name']));
    const names = Object.keys(partsOf('brel', asDocumentation(text)));
    expect(names.filter((name) => name === 'rare' || name === 'name')).toEqual([]);
  });

  it('puts one of the commonest words after others in running text, and a compound of it not', () => {
    const text = mentionsOf('We/x saw/v the/d night/n and/c the/d night/n hut/n .');
    expect(partsOf('night', text)['everyday']).toBeLessThan(0);
    expect(partsOf('night', asDocumentation(text))['everyday']).toBeUndefined();
    expect(partsOf('night hut', text)['everyday']).toBeUndefined();
  });

  it('takes a name in front of a noun for no name of the whole', () => {
    expect(partsOf('brel hut', mentionsOf('We/x saw/v the/d Brel/p hut/n .'))['name']).toBeUndefined();
    expect(partsOf('brel hut', mentionsOf('We/x saw/v the/d Brel/p Hut/p .'))['name']).toBeGreaterThan(0);
    expect(partsOf('hut brel', mentionsOf('Vu/v la/d Hut/p brel/a .', 'fr'))['name']).toBeGreaterThan(0);
  });

  it('puts what ends with a number after its kind: it says which one is meant', () => {
    const text = mentionsOf('We/x read/v article/n 5/m and/c the/d article/n .');
    expect(partsOf('article 5', text)['numbered']).toBeLessThan(0);
    expect(partsOf('article', text)['numbered']).toBeUndefined();
  });

  it('puts what is written as one word with a word of the text before what is not, where compounds are written so', () => {
    const text = 'Het/d licht/n en/c de/d brandwacht/n zien/v de/d wacht/n en/c het/d vorlmeer/n .';
    expect(partsOf('brandwacht', mentionsOf(text, 'nl'))['compound']).toBeGreaterThan(0);
    expect(partsOf('vorlmeer', mentionsOf(text, 'nl'))['compound']).toBeUndefined();
    expect(partsOf('brandwacht', mentionsOf(text, 'fr'))['compound']).toBeUndefined();
  });

  it('puts a thing before a noun that needs "of" to say what it is', () => {
    const apart = 'The/d brel/n is/x old/a .\nThe/d vorl/n is/x old/a .';
    expect(firstOf(['brel', 'vorl'], mentionsOf(apart))).toBe('brel');
    const tied = 'The/d brel/n of/o the/d mast/n is/x old/a .\nThe/d vorl/n is/x old/a .';
    expect(firstOf(['brel', 'vorl'], mentionsOf(tied))).toBe('vorl');
  });

  it('puts a Japanese thing before what is done, what only belongs to others and what only describes', () => {
    const thing = '塔/n が/o 光る/v 。'.concat('\n塔/n を/o 塗る/v 。'.repeat(9));
    const others = {
      done: '塗/n する/v 。\n'.repeat(10),
      related: '船/n の/o 塗/n が/o 光る/v 。\n'.repeat(10),
      described: '塗/n の/o 船/n が/o 光る/v 。\n'.repeat(10),
    };
    for (const [kind, other] of Object.entries(others)) {
      const { candidates } = atOnce(rankCandidates([mentionsOf(`${other}${thing}`, 'ja')]));
      const score = (key: string) => candidates.find((one) => one.key === key)?.score ?? Number.NaN;
      expect(score('塗'), kind).toBeLessThan(score('塔'));
    }
  });

  it('takes a heading that most documents have for their form, not for a term', () => {
    expect(partsUnder(['Upkeep', 'Upkeep', 'Upkeep'])).toContainEqual({ name: 'template', value: -3 });
    expect(partsUnder(['Upkeep', 'Hinge', 'Keeper'])?.map(({ name }) => name)).not.toContain('template');
  });

  it('lists a rarer form a little below the first, and says so in its parts', () => {
    const { rows } = atOnce(termRows(atOnce(rankCandidates([KILN]))));
    const [first, second] = rows.filter(({ key }) => key === 'glass kiln');
    expect([first?.term, second?.term]).toEqual(['glass kiln', 'Glass kilns']);
    expect((first?.score ?? 0) - (second?.score ?? 0)).toBeCloseTo(0.1, 10);
    expect(second?.parts).toContainEqual({ name: 'rarerForm', value: -0.1 });
  });

  it('puts a rarer Japanese spelling further down than a rarer form of other languages', () => {
    const spelled = mentionsOf(
      '塔/n スター/n ター/n を/o 塗る/v 。\n塔/n スター/n ター/n を/o 塗る/v 。\n塔/n スター/n タ/n を/o 塗る/v 。',
      'ja',
    );
    const { rows } = atOnce(termRows(atOnce(rankCandidates([spelled]))));
    expect(rows.find(({ term }) => term === 'スタータ')?.parts).toContainEqual({ name: 'rarerForm', value: -0.3 });
  });

  it('shows score parts that sum to the score', () => {
    for (const { score, parts } of atOnce(termRows(atOnce(rankCandidates([KILN])))).rows) {
      expect(parts.reduce((sum, part) => sum + part.value, 0)).toBeCloseTo(score, 10);
    }
  });

  it('takes Japanese katakana as one word, joins kanji and Latin, and folds the long vowel mark', () => {
    const text =
      '霧/n 織り/n 機/n の/o スター/n ター/n を/o 止める/v 。\nスター/n タ/n と/o VX/p 制御/n 盤/n が/o 動く/v 。';
    const { candidates } = atOnce(rankCandidates([mentionsOf(text, 'ja')]));
    expect(candidates.find((one) => one.key === 'スタータ')).toMatchObject({ frequency: 2 });
    expect(candidates.map((one) => one.key)).toContain('vx制御盤');
    expect(candidates.map((one) => one.key)).not.toContain('ター');
  });

  it('takes a suffix that makes a Japanese noun for a part of it', () => {
    const text = '灯台/n 管理/n 者/n が/x 鐘/n を/x 鳴らす/v 。\n重要/a 性/n を/x 知る/v 。';
    const { candidates } = atOnce(rankCandidates([mentionsOf(text, 'ja')]));
    expect(candidates.map(({ term }) => term).toSorted()).toEqual(['灯台', '灯台管理者', '管理者', '重要性', '鐘']);
  });

  it('takes a character that counts nothing and the one after it for one word', () => {
    expect(keysOf(mentionsOf('計/m 帆/n を/o 上げる/v 。', 'ja'))).toEqual(['計帆']);
    expect(keysOf(mentionsOf('三/m 本/m 帆/n を/o 上げる/v 。', 'ja'))).toEqual(['帆']);
  });

  it('takes the number of a version for no term', () => {
    const text = 'The/d keeper/n reads/v v2.1/p and/x 1.20/p of/x the/d tide/n book/n .';
    const keys = atOnce(rankCandidates([mentionsOf(text)])).candidates.map(({ key }) => key);
    expect(keys.filter((key) => /\d/u.test(key))).toEqual([]);
    expect(keys).toContain('tide book');
  });

  it('leaves command-line flags and English function words out of Japanese', () => {
    const { candidates } = atOnce(rankCandidates([mentionsOf('--kiln/n と/o the/n 窯/n を/o 使う/v 。', 'ja')]));
    expect(candidates.map((one) => one.key)).toEqual(['窯']);
  });

  it('reads bullets and commas before katakana as marks', () => {
    const { candidates } = atOnce(rankCandidates([mentionsOf('、/x スター/n タ/n と/o\n・/x スター/n タ/n', 'ja')]));
    expect(candidates.map((one) => [one.key, one.frequency])).toEqual([['スタータ', 2]]);
  });

  it('has no candidate with a stray mark at its start or end, whatever the tokens are', () => {
    const piece = fc.constantFrom(
      '窯',
      'スタ',
      'ー',
      'kiln',
      'VX',
      '7',
      '、',
      '。',
      '・',
      '「',
      '」',
      '(',
      ')',
      '"',
      "'",
      '-',
    );
    const token = fc.tuple(
      fc.array(fc.oneof(piece, fc.constantFrom(...'、。・,;:!?…％*~'.split(''))), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('n', 'p', 'a', 'v', 'x'),
    );
    const line = fc
      .array(token, { minLength: 1, maxLength: 8 })
      .map((tokens) => tokens.map(([parts, tag]) => `${parts.join('')}/${tag}`).join(' '));
    fc.assert(
      fc.property(line, fc.constantFrom('ja', 'en', 'fr'), (text, language) => {
        for (const { forms } of atOnce(rankCandidates([mentionsOf(text, language)])).candidates) {
          for (const form of forms) expect(form.text).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{M}\p{N}.+#]$|^[\p{L}\p{N}]$/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps no more terms than a text of that length asks for', () => {
    const { candidates, cut } = atOnce(rankCandidates([KILN]));
    expect(cut).toBe(2);
    expect(candidates.length).toBeGreaterThan(5);
  });

  it('shows a name as it is written in sentences where headings shout it as often', () => {
    const document = mentionsOf('# FLUX/n GAUGE/n\nThe/d flux/n gauge/n is/x brass/n .');
    expect(atOnce(rankCandidates([document])).candidates.find(({ key }) => key === 'flux gauge')?.term).toBe(
      'flux gauge',
    );
  });

  it('keeps the same terms of one language, whatever documents there are in another', () => {
    const english = [
      'The/d glass/n kiln/n cools/v .',
      'A/d flux/n gauge/n has/x a/d dial/n .',
      'Each/d kiln/n glows/v .',
    ];
    const dutch = ['De/d molen/n draait/v .', 'Een/d wiek/n van/o de/d molen/n breekt/v .', 'Het/d graan/n rust/v .'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...english), { minLength: 4, maxLength: 40 }),
        fc.array(fc.constantFrom(...dutch), { minLength: 4, maxLength: 40 }),
        (own, others) => {
          const alone = mentionsOf(own.join('\n'));
          const other = mentionsOf(others.join('\n'), 'nl');
          expect(keptIn('en', [alone, other])).toEqual(keptIn('en', [alone]));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives nothing for no documents', () => {
    expect(atOnce(rankCandidates([]))).toEqual({ candidates: [], cut: 0, rooms: [] });
  });

  it('does not depend on the order of the documents', () => {
    const documents = [
      KILN,
      mentionsOf('The/d brass/n flux/n gauge/n shines/v .'),
      mentionsOf('A/d Glass/p Kiln/p warms/v people/n .'),
      mentionsOf('霧/n 織り/n 機/n が/o 動く/v 。', 'ja'),
    ];
    const expected = JSON.stringify(atOnce(rankCandidates(documents)));
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
        expect(JSON.stringify(atOnce(rankCandidates(shuffled)))).toBe(expected);
      }),
      { numRuns: 24 },
    );
  });

  it('survives being kept as JSON', () => {
    const kept = JSON.parse(JSON.stringify([KILN])) as (typeof KILN)[];
    expect(atOnce(rankCandidates(kept))).toEqual(atOnce(rankCandidates([KILN])));
  });
});
