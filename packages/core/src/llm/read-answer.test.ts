import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAnswer } from './read-answer.ts';

const statement = z.object({ text: z.string(), passages: z.array(z.number()) });
const schema = z.object({ entries: z.array(z.object({ entry: z.number(), statements: z.array(statement) })) });
const value = {
  entries: [{ entry: 1, statements: [{ text: 'A quay is a wall {of stone}, "dry".', passages: [1, 2] }] }],
};
const json = JSON.stringify(value);

describe('the answer of a model', () => {
  it('is read as it is where it has the asked form', () => {
    expect(readAnswer(json, schema)).toEqual({ kind: 'read', value, isRepaired: false, isTruncated: false });
  });

  it.each([
    ['in a fence', `\`\`\`json\n${json}\n\`\`\``],
    ['in a fence without a language', `\`\`\`\n${json}\n\`\`\``],
    ['in the last of several fences', `\`\`\`json\n{"draft": true}\n\`\`\`\nBetter:\n\`\`\`json\n${json}\n\`\`\``],
    ['with words around it', `Sure! Here is {what you asked}:\n${json}\nAnything else?`],
    ['after thoughts', `<think>Maybe {"entries": []}? No.</think>\n${json}`],
    ['after a byte order mark', `\uFEFF${json}`],
    ['with trailing commas', json.replaceAll(']}', ',]}')],
    ['with names without quotes', json.replaceAll(/"(entries|entry|statements|text|passages)":/gu, '$1:')],
    ['with a comment', json.replace('{', '{ // the answer\n')],
    ['in an object too many', `{"answer": ${json}}`],
    ['in an array too many', `[${json}]`],
    ['as the bare list', JSON.stringify(value.entries)],
    ['in the form of a schema', `{"type": "object", "properties": ${json}}`],
  ])('is read %s', (_form, text) => {
    expect(readAnswer(text, schema)).toEqual({ kind: 'read', value, isRepaired: true, isTruncated: false });
  });

  it('is read with single quotes, as Python prints it', () => {
    const text = "{'entries': [{'entry': 1, 'statements': [{'text': 'A quay is a wall.', 'passages': [1]}]}]}";
    expect(readAnswer(text, schema)).toMatchObject({
      value: { entries: [{ statements: [{ text: 'A quay is a wall.' }] }] },
    });
  });

  it('is read with single quotes around apostrophes and brackets', () => {
    const text =
      "Here: {'entries': [{'entry': 1, 'statements': [{'text': 'A boat's {berth], dry', 'passages': [1]}]}]} ok?";
    expect(readAnswer(text, schema)).toMatchObject({ kind: 'read', isTruncated: false });
  });

  it('counts only as far as its entries are whole, wherever it broke off', () => {
    const three = { entries: [1, 2, 3].map((entry) => ({ ...value.entries[0], entry })) };
    const text = JSON.stringify(three);
    for (let end = 0; end < text.length; end += 1) {
      const read = readAnswer(text.slice(0, end), schema);
      if (read.kind === 'unreadable') continue;
      expect(read.isTruncated).toBe(true);
      expect(three.entries.slice(0, read.value.entries.length)).toEqual(read.value.entries);
      expect(read.value.entries.length).toBeLessThan(3);
    }
    const most = readAnswer(text.slice(0, -3), schema, { brokeOff: true });
    expect(most.kind === 'read' && most.value.entries.length).toBe(2);
  });

  it('is refused, with the reason, where nothing in it has the asked form', () => {
    for (const text of ['', 'I cannot do that.', '{"entries": "none"}', '[1, 2]', '{"entries": [{"entry": "one"}]}']) {
      expect(readAnswer(text, schema).kind, text).toBe('unreadable');
    }
    const wrong = readAnswer('{"entries": [{"entry": "one", "statements": []}]}', schema);
    expect(wrong.kind === 'unreadable' && wrong.problem).toContain('entries[0].entry');
  });

  it('never makes a reader fail, whatever it is', () => {
    assert(
      property(array(constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '`', 'a', '\n', "'", '1')), (parts) => {
        expect(['read', 'unreadable']).toContain(readAnswer(parts.join(''), schema).kind);
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to its length', () => {
    const begun = performance.now();
    readAnswer('[{'.repeat(50_000), schema);
    readAnswer('{"a'.repeat(50_000), schema);
    readAnswer(']['.repeat(50_000), schema);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
