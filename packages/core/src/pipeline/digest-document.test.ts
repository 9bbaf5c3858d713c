import { expect, test } from 'vitest';
import { analyseProse } from '../analysis/analyse-prose.ts';
import { readStatements } from '../definition/read-statements.ts';
import { readProse } from '../documents/read-prose.ts';
import { namesOfThings } from './digest-document.ts';

async function namesIn(text: string): Promise<string[]> {
  const prose = readProse('text', text);
  const { sentences } = await analyseProse(prose, { language: 'ja' });
  return namesOfThings(readStatements(prose, sentences)).map(({ subject }) => subject);
}

test.each([
  ['葉を巻き取る仕事をする小屋を巻き小屋と呼ぶ。', ['巻き小屋']],
  ['巻き小屋（RH：Rolling Hut）とは、葉を巻く小屋である。', ['巻き小屋', 'RH', 'Rolling Hut']],
])('the name that a sentence gives to a thing is a name: %s', async (text, names) => {
  expect(await namesIn(text)).toEqual(names);
});

test.each([
  '番人は年を聞かれ、数えるのをやめたと言う。',
  '夜になると袋に穴があくのだという。',
  '塔の番人がもう帰ると言う。',
])('what somebody says is no name: %s', async (text) => {
  expect(await namesIn(text)).toEqual([]);
});
