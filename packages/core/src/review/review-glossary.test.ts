import { describe, expect, it } from 'vitest';
import { type Concept, conceptId, type Designation, tellIssue } from '../domain/index.ts';
import { buildConcept, buildCorpus, buildDefinition, buildDesignation, buildGlossary } from '../testing/builders.ts';
import { reviewGlossary } from './review-glossary.ts';
import { reviewRules } from './rules/index.ts';
import { atOnce } from '../runtime/in-slices.ts';

const corpus = buildCorpus({ 'a.md': 'Some words.' });
const evidence = [corpus.evidence('a.md', 'Some words.')];

function concept(name: string, texts: readonly string[] = [], more: readonly Designation[] = []): Concept {
  const designations = [buildDesignation(name), ...more];
  if (texts.length === 0) return buildConcept(name, { designations });
  const statements = texts.map((text) => ({
    text,
    role: 'definition' as const,
    support: 'weak' as const,
    evidence,
  }));
  return buildConcept(name, {
    designations,
    definition: buildDefinition(evidence, { statements, author: 'language-model' }),
  });
}

function rulesFor(...concepts: readonly Concept[]): string[] {
  return atOnce(reviewGlossary(buildGlossary({ concepts }))).map(({ rule, quote }) =>
    quote === '' ? rule : `${rule}: ${quote}`,
  );
}

describe('review', () => {
  it('has nothing to say about a good definition', () => {
    expect(rulesFor(concept('mooring', ['Place where a boat is tied for the night.']))).toEqual([]);
  });

  it('lets a definition name its term in full and in short before it says what it is', () => {
    const text = 'The Tide Table Office (TTO) is a house where heights are counted.';
    const office = buildConcept('Tide Table Office', {
      designations: [buildDesignation('Tide Table Office'), buildDesignation('TTO')],
      definition: buildDefinition(evidence, { text }),
    });
    expect(rulesFor(office)).toEqual([]);
    expect(rulesFor(concept('tide gate', ['Something that keeps the tide gate shut.']))).toEqual([
      'circular: tide gate',
    ]);
  });

  it.each([
    ['with another name of it', ['The chain locker, sometimes called the cable hold, lies below the deck.']],
    ['at the name and goes on', ['Every ship has a chain locker, which is a room for the anchor chain.']],
    ['in Japanese, with a short name', ['錨鎖庫（別名cable hold）は、錨の鎖をしまう部屋です。']],
  ])('does not call a definition circular that begins %s', (_, texts) => {
    const locker = concept('chain locker', texts, [buildDesignation('cable hold')]);
    expect(rulesFor(locker).filter((rule) => rule.startsWith('circular'))).toEqual([]);
  });

  it('does not call a quoted sentence circular that gives the name at its end', () => {
    const text = 'The figure holds what the tide adds, which is called the datum step.';
    const step = buildConcept('datum step', { definition: buildDefinition(evidence, { text }) });
    expect(rulesFor(step)).toEqual([]);
  });

  it.each(['と呼ぶ。', 'と呼ばれる。', 'という。', 'と称する。'])(
    'does not call a quoted sentence circular that says 「…」%s',
    (end) => {
      const text = `色見穴から火の色を読む係を「火番」${end}`;
      const keeper = buildConcept('火番', { language: 'ja', definition: buildDefinition(evidence, { text }) });
      expect(rulesFor(keeper).filter((rule) => rule.startsWith('circular'))).toEqual([]);
    },
  );

  it('asks for no explanation of what only stands in a phrase, is in the name, or has its kinds explained', () => {
    const watch = [concept('night watch', ['A watch of the crew.']), concept('dog watch', ['A short watch.'])];
    const unexplained = [concept('order'), concept('watch'), concept('chain')];
    const told = (name: string, text: string) =>
      rulesFor(concept(name, [text]), ...watch, ...unexplained).filter((rule) => rule.startsWith('undefined-term'));
    expect(told('rigger', 'A sailor who puts ropes in order.')).toEqual([]);
    expect(told('chain locker', 'Room that keeps the chain dry.')).toEqual([]);
    expect(told('bell', 'Metal that tells each watch.')).toEqual([]);
    expect(told('locker', 'Room that keeps the chain dry.')).toEqual(['undefined-term: chain']);
    expect(told('bosun', 'Sailor who stands a watch.')).toEqual([]);
    expect(told('mate', 'Sailor who gives an order.')).toEqual(['undefined-term: order']);
  });

  it('lets a quoted sentence begin with its term', () => {
    const quoted = buildConcept('mooring', {
      definition: buildDefinition(evidence, { text: 'Mooring is a place for the night.' }),
    });
    expect(rulesFor(quoted)).toEqual([]);
  });

  it.each([
    [[concept('mooring')], ['never-explained']],
    [[concept('mooring', ['Mooring is a place for the night.'])], ['starts-with-term: Mooring']],
    [[concept('mooring', ['Place that is called a mooring at night.'])], ['circular: mooring']],
    [[concept('buoy', ['A float at sea.']), concept('float', ['A buoy at sea.'])], ['circular']],
    [
      [concept('buoy', ['A chain at sea.']), concept('chain')],
      ['never-explained', 'undefined-term: chain'],
    ],
    [[concept('mooring', ['First sentence here. Second sentence there.'])], ['too-long']],
    [[concept('shore line', ['A wet place.']), concept('shoreline', ['A long rope.'])], ['near-duplicate']],
    [
      [concept('bank', ['A slope.'], [buildDesignation('shoal')]), concept('shoal', ['Many fish.'])],
      ['same-name: bank'],
    ],
    [
      [concept('rope', ['A hawser on deck.'], [buildDesignation('hawser', { status: 'forbidden' })])],
      ['forbidden-word: hawser', 'starts-with-term: hawser'],
    ],
    [
      [concept('mole', ['A wall of length 30 m.', 'Its length 40 m is known.'])],
      ['contradicting-numbers: 40', 'too-long'],
    ],
  ])('finds what is wrong, rule by rule (%#)', (concepts, expected) => {
    expect(rulesFor(...concepts)).toEqual(expected);
  });

  it('finds evidence that is no longer where it was', () => {
    const glossary = buildGlossary({ concepts: [concept('mooring', ['Place for a boat.'])] });
    const id = evidence[0]?.documentId;
    const rules = (text: string) =>
      atOnce(reviewGlossary(glossary, { texts: new Map(id === undefined ? [] : [[id, text]]) }));
    expect(rules('Some words.')).toEqual([]);
    expect(rules('Same words.').map(({ rule }) => rule)).toEqual(['stale-evidence']);
  });

  it('gives the same issues the same ids', () => {
    const glossary = buildGlossary({
      concepts: [concept('b'), concept('a'), concept('buoy', ['A float.']), concept('float', ['A buoy.'])],
    });
    const ids = atOnce(reviewGlossary(glossary)).map(({ id }) => id);
    expect(atOnce(reviewGlossary(glossary)).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(reviewRules.map(({ key }) => key))(
    'tells what the rule %s finds in Japanese, with the words found',
    (rule) => {
      const issue = { rule, message: 'Told in English.', quote: '舫い綱', others: [conceptId('other')] };
      const told = tellIssue(issue, 'ja', { term: '舫い綱', others: ['もやい綱'] });
      expect(told).toMatch(/「舫い綱」.*。$/u);
      expect(tellIssue(issue, 'en', { term: '舫い綱' })).toBe('Told in English.');
    },
  );

  it('leaves what no rule found as it was written', () => {
    const issue = { rule: 'unclear', message: 'どの綱か分かりません。', quote: '', others: [] };
    expect(tellIssue(issue, 'ja', { term: '舫い綱' })).toBe('どの綱か分かりません。');
  });
});
