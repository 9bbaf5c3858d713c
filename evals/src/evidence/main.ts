/**
 * `EVAL_DATA=… pnpm eval:evidence [--sentences N] [--show CLASS] [--json] [--support]`: what the verification makes of true and
 * damaged quotations of the documents of every data set. The damage is made by `damage-quotations.ts`, which imports
 * nothing; whether a text that counts as quoted really stands in its passages is asked of JavaScript's `includes`.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyStatement } from '@genglossary/core/engine';
import { evaluateSupport } from './evaluate-support.ts';
import { casesOf, type QuotationCase, type SourceSentence } from './damage-quotations.ts';

const { values } = parseArgs({
  options: {
    sentences: { type: 'string', default: '3000' },
    show: { type: 'string' },
    /** Only whether the score tells official definitions from each other. */
    support: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});

interface Tally {
  readonly name: string;
  readonly isTrue: boolean;
  n: number;
  supported: number;
  weak: number;
  unsupported: number;
  /** Supported, but not in the passages letter by letter, form aside. */
  notThere: number;
}

const folder = process.env['EVAL_DATA'];
if (folder === undefined || !existsSync(folder)) {
  console.error('Name the folder of the data sets: EVAL_DATA=… pnpm eval:evidence');
  process.exit(2);
}
if (values.support === true) {
  console.log('| set | official definitions | AUROC |\n|---|---|---|');
  const figures = evaluateSupport(folder);
  for (const { set, terms, auroc } of figures) console.log(`| ${set} | ${terms} | ${auroc.toFixed(3)} |`);
  const mean = figures.reduce((sum, { auroc }) => sum + auroc, 0) / Math.max(1, figures.length);
  console.log(`| mean | | ${mean.toFixed(3)} |`);
  process.exit(0);
}
const texts = globSync('*/docs/**/*.{md,rst,txt}', { cwd: folder })
  .toSorted()
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const sentences = texts.flatMap(sentencesOf);
const draw = mulberry32(7);
const tallies = new Map<string, Tally>();
for (const language of ['en', 'ja', 'other'] as const) {
  const pool = sentences.filter((sentence) => sentence.language === language);
  const wanted = Math.min(pool.length, Math.floor(Number(values.sentences) / (language === 'other' ? 4 : 1)));
  for (let count = 0; count < wanted; count += 1) {
    const sentence = pool[Math.floor(draw() * pool.length)];
    const other = pool[Math.floor(draw() * pool.length)];
    if (sentence === undefined || other === undefined || sentence === other) continue;
    for (const one of casesOf(sentence, other, draw)) judge(one);
  }
}
print([...tallies.values()]);

function judge(one: QuotationCase): void {
  const passages = one.cited.map(({ quote, document, start }) => {
    return { quote, text: texts[document] ?? '', range: { start, end: start + quote.length } };
  });
  const { support } = verifyStatement(one, passages);
  const tally = tallies.get(one.name) ?? {
    name: one.name,
    isTrue: one.isTrue,
    n: 0,
    supported: 0,
    weak: 0,
    unsupported: 0,
    notThere: 0,
  };
  tallies.set(one.name, tally);
  tally.n += 1;
  tally[support] += 1;
  if (support === 'supported' && !passages.some(({ quote }) => bare(quote).includes(bare(one.text))))
    tally.notThere += 1;
  const isWrong = one.isTrue ? support !== 'supported' : support !== 'unsupported';
  if (isWrong && (values.show === one.name || values.show === 'all')) {
    console.error(`${one.name} (${support})\n  ${one.text}\n  ${one.cited.map(({ quote }) => quote).join('\n  ')}`);
  }
}

/** Letters and digits alone: a check that shares nothing with the verification. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function print(all: readonly Tally[]): void {
  if (values.json === true) {
    console.log(JSON.stringify(all, undefined, 2));
    return;
  }
  console.log('| quotation | n | supported | weak | unsupported |');
  console.log('|---|---|---|---|---|');
  for (const { name, isTrue, n, supported, weak, unsupported } of all.toSorted(
    (a, b) => Number(b.isTrue) - Number(a.isTrue),
  )) {
    const cells = [supported, weak, unsupported].map((part) => percent(part, n));
    console.log(`| ${isTrue ? 'true' : 'damaged'}: ${name} | ${n} | ${cells.join(' | ')} |`);
  }
  const [good, bad] = [all.filter(({ isTrue }) => isTrue), all.filter(({ isTrue }) => !isTrue)];
  const sum = (some: readonly Tally[], key: 'n' | 'supported' | 'weak' | 'notThere') =>
    some.reduce((total, tally) => total + tally[key], 0);
  console.log(`\n${sum(good, 'n')} true quotations, ${percent(sum(good, 'supported'), sum(good, 'n'))} accepted.`);
  console.log(
    `${sum(bad, 'n')} damaged ones, ${percent(sum(bad, 'n') - sum(bad, 'supported'), sum(bad, 'n'))} rejected as quotations,`,
  );
  console.log(
    `${percent(sum(bad, 'n') - sum(bad, 'supported') - sum(bad, 'weak'), sum(bad, 'n'))} rejected altogether.`,
  );
  console.log(`${sum(all, 'notThere')} statements counted as quotations that are not in their passages.`);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
}

/** Plain sentences, by their shape alone. */
function sentencesOf(text: string, document: number): SourceSentence[] {
  const found: SourceSentence[] = [];
  const pattern =
    /(?<=^|[.!?]\s|\n)[\p{Lu}][^.!?\n|{}<>[\]`*_#=\\]{40,240}[.](?=\s|$)|(?<=^|[。\n])(?![\d\s])[^。\n|{}<>[\]`*_#=\\A-Za-z]{15,120}。/gmu;
  for (const { 0: matched, index } of text.matchAll(pattern)) {
    const sentence = matched.trimStart();
    if (sentence === '') continue;
    const start = index + matched.length - sentence.length;
    const language = /[ぁ-ん]/u.test(sentence) ? 'ja' : /\b(?:the|is|of|and)\b/u.test(sentence) ? 'en' : 'other';
    found.push({ text: sentence, document, start, language });
  }
  return found;
}

/** The same numbers every time. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
