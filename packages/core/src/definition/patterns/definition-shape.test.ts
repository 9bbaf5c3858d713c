import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { english } from './english.ts';

/** One sentence for each English shape that has a hint. */
const SENTENCES: Readonly<Record<string, string>> = {
  'is-a': 'However, a keel, or spine, is usually a beam that carries the hull.',
  'is-the': 'In a boat, the helm is the place where it is steered.',
  'is-kind': 'Ballast is heavy material in the hold.',
  'is-one-of': 'The bilge pump is one of the small machines that nobody sees.',
  'is-when': 'A slack tide is when the water stands still.',
  'we-define': 'We define a swell as waves that have left their wind.',
  'defined-as': 'A knot is also defined as one sea mile in an hour.',
  'regarded-as': 'A tender can be regarded as a small boat that serves a larger one.',
  'refers-to': 'The leeward side refers to the side away from the wind.',
  'may-refer-to': 'A sheet may refer to a rope or to a sail.',
  'is-used-to-name': 'Windward is used to describe the side that the wind comes from.',
  'consists-of': 'A fleet consists of boats under one flag.',
  'occurs-when': 'A broach occurs when a boat turns beam to the sea.',
  'is-called': 'The rope that hoists a sail is called a halyard.',
  'was-called': 'The man who sounded the depth was often called leadsman.',
  'we-call': 'The wind drops at noon, and sailors know that people call this the doldrums.',
  'said-to-be': 'A boat that leans too far is said to be crank.',
  'thing-called': 'The ropes run through a block, commonly known as pulley.',
  'the-term': 'The term "fathom" means six feet of depth.',
  'apposition-a': 'The keel, a beam that carries the hull, runs from end to end.',
  'apposition-last': 'Every evening they lit the beacon, a lamp that burns oil.',
  'apposition-or': 'The keel, or the spine of the whole hull, runs from end to end.',
  'apposition-bare': 'The crew raised the jib, triangular cloth of heavy canvas at the bow.',
  'which-is': 'They cleaned the bilge, which is the lowest part of the hull.',
  dash: 'They rang the fog bell — a bell that warns in thick weather.',
  parenthesis: 'They set the spanker (a sail at the stern) before noon.',
  'is-one': 'A pilot is someone who knows the harbour.',
  'states-that': 'The law of the sea says that steam gives way to sail.',
  colon: 'Halyard: a rope that hoists a sail or a yard.',
  'or-name': 'The crew has a long pole, or boat hook, at hand.',
  'in-which': 'They hove to, in which the boat lies almost still.',
  'which-does': 'They checked the governor, which limits the speed of the engine.',
  does: 'A fairlead guides a rope and provides a smooth edge.',
  purpose: "A buoy's main purpose is to mark the edge of the channel.",
};

const hinted = Object.entries(english.patterns).flatMap(([key, { find, hint }]) =>
  find instanceof RegExp && hint !== undefined ? [{ key, find, hint }] : [],
);

test('each shape with a hint finds the sentence that is told of it', () => {
  const silent = hinted.filter(({ key, find }) => !find.test(SENTENCES[key] ?? ''));

  expect(silent.map(({ key }) => key)).toEqual([]);
  expect(Object.keys(SENTENCES)).toEqual(hinted.map(({ key }) => key));
});

test('wherever a shape stands, its hint stands', () => {
  const pieces = Object.values(SENTENCES).flatMap((sentence) => sentence.split(/(?<=\s)|(?=\s)/u));
  const words = fc.array(fc.constantFrom(...pieces, ', ', ': ', ' - ', ' (', ') ', '\n', ' or ', ' a ', ' the '), {
    maxLength: 3,
  });
  const sentence = fc
    .record({ of: fc.constantFrom(...Object.values(SENTENCES)), from: fc.nat(30), to: fc.nat(30), words })
    .map(({ of, from, to, words: put }) => {
      const own = of.split(/(?<=\s)/u);
      return [...own.slice(0, from), ...put, ...own.slice(Math.min(from, to))].join('');
    });
  let matches = 0;
  fc.assert(
    fc.property(sentence, (text) => {
      for (const { key, find, hint } of hinted) {
        if (!find.test(text)) continue;
        matches += 1;
        expect(hint.test(text), `${key}: ${text}`).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
  expect(matches).toBeGreaterThan(400);
});
