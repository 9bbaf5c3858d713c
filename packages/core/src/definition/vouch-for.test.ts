import { describe, expect, it } from 'vitest';
import { analyseProse } from '../analysis/analyse-prose.ts';
import { readProse } from '../documents/read-prose.ts';
import { documentId, type Document } from '../domain/index.ts';
import type { DefinitionSource } from './definition-source.ts';
import { findDefiningSentences } from './find-defining-sentences.ts';
import { createVouchTest } from './vouch-for.ts';

/** Whether the circumstances speak for the first sentence in these documents that could define a name. */
async function isVouchedFor(name: string, ...texts: readonly string[]): Promise<boolean | undefined> {
  const sources = await Promise.all(texts.map((text, index) => read(`${index}.md`, text)));
  const occurrences = sources.flatMap(({ document, prose }) =>
    [...prose.text.matchAll(new RegExp(name, 'giu'))].map(({ index }) => {
      return { documentId: document.id, start: index, end: index + name.length };
    }),
  );
  const passages = sources.flatMap((source) =>
    source.definingSentences
      .filter(({ subject }) => subject.toLowerCase() === name.toLowerCase())
      .map((sentence) => ({ source, sentence })),
  );
  const [first] = passages;
  return first && createVouchTest({ names: [name], occurrences }, passages)(first);
}

async function read(name: string, text: string): Promise<DefinitionSource> {
  const prose = readProse('markdown', text);
  const { sentences } = await analyseProse(prose);
  const document: Document = {
    id: documentId(name),
    name,
    format: 'markdown',
    encoding: 'utf-8',
    contentHash: name,
    text,
  };
  return { document, prose, sentences, definingSentences: findDefiningSentences(prose, sentences) };
}

const quay = '# At the quay\n\nThe keeper opens the gate at dawn.';
const remark = 'Boats come in. They know the berth from before. A berth is a wooden place that creaks in every wind.';
const elsewhere = '# Fees\n\nA berth costs more in May. Pay for the berth at the gate. Leave the berth by noon.';
const more = '# Winter\n\nNo berth is heated. The berth lies dry. Cover the berth.';

describe('the circumstances of a defining sentence', () => {
  it('do not speak for what comes late in a document about other things', async () => {
    expect(await isVouchedFor('berth', `${quay} ${remark}`, elsewhere, more)).toBe(false);
  });

  it('speak for the first words that a document has for it', async () => {
    const text = `${quay} A berth is a marked place where a boat may lie. They know the berth from before.`;
    expect(await isVouchedFor('berth', text, elsewhere, more)).toBe(true);
  });

  it('speak for a sentence under a heading with the name, or a title', async () => {
    expect(await isVouchedFor('berth', `${quay}\n\n## Berth\n\n${remark}`, elsewhere, more)).toBe(true);
    expect(await isVouchedFor('berth', `# How a berth is kept\n\n${remark}`, elsewhere, more)).toBe(true);
  });

  it('speak for the document that has half of all uses', async () => {
    expect(await isVouchedFor('berth', `${quay} ${remark}`)).toBe(true);
  });

  it('speak for what three documents define', async () => {
    const texts = [`${quay} ${remark}`, `${elsewhere} ${remark}`, `${more} ${remark}`];
    expect(await isVouchedFor('berth', ...texts)).toBe(true);
    expect(await isVouchedFor('berth', ...texts.slice(0, 2), more)).toBe(false);
  });

  it('speak for a name that is set apart, and for a proper name', async () => {
    const marked = remark.replace('A berth', 'A **berth**');
    expect(await isVouchedFor('berth', `${quay} ${marked}`, elsewhere, more)).toBe(true);
    const [own, other, third] = [`${quay} ${remark}`, elsewhere, more].map((text) =>
      text.replaceAll(/(?:a |the )?berth/giu, 'Berthold'),
    );
    expect(await isVouchedFor('Berthold', own ?? '', other ?? '', third ?? '')).toBe(true);
  });

  it('have to say more for a name in small letters at the start, which a program may read', async () => {
    const field = `${quay} They know the berth from before. berth refers to the number of a place.`;
    expect(await isVouchedFor('berth', field, elsewhere, more)).toBe(false);
    expect(await isVouchedFor('berth', field.replace('berth refers', 'A berth refers'), elsewhere, more)).toBe(true);
    expect(await isVouchedFor('berth', field.replace('At the quay', 'On the berth'), elsewhere, more)).toBe(true);
  });

  it('speak for a name with its short form in brackets', async () => {
    const glossed = remark.replace('A berth is', 'A berth (BTH) is');
    expect(await isVouchedFor('berth', `${quay} ${glossed}`, elsewhere, more)).toBe(true);
    const named = '# 波止場\n\n係船場は昔からある。北の端の石の壁を係船場（バース）と呼びます。';
    const uses = '# 料金\n\n係船場は五月に高い。係船場の料金は門で払う。係船場を昼までに空ける。係船場は寒い。';
    expect(await isVouchedFor('係船場', named, uses)).toBe(false);
  });

  it('are the same whether tables name it before or not', async () => {
    const table = '# At the quay\n\n| place | fee |\n| --- | --- |\n| berth | 12 |\n\n';
    const text = `${table}A berth is a marked place where a boat may lie. They know the berth from before.`;
    expect(await isVouchedFor('berth', text, elsewhere, more)).toBe(true);
  });

  it('have to say more for shapes that often do something else', async () => {
    const text = `${quay} The berth is the place where the boats lie in winter. They know the berth from before.`;
    expect(await isVouchedFor('berth', text, elsewhere, more)).toBe(false);
    expect(await isVouchedFor('berth', text.replace('At the quay', 'On the berth'), elsewhere, more)).toBe(true);
  });

  it('speak for a label of several words where it comes first', async () => {
    const list = `${quay}\n\n- **bell buoy**: a buoy that rings in the swell\n- **spar**: a pole that floats upright`;
    const uses = 'Paint every bell buoy in May. The bell buoy swings. Leave the bell buoy to port.';
    expect(await isVouchedFor('bell buoy', list, uses)).toBe(true);
    expect(await isVouchedFor('bell buoy', `The bell buoy rings.\n\n${list}`, uses)).toBe(false);
    expect(await isVouchedFor('bell buoy', list)).toBe(false);
  });

  it('speak for a label where its name is used elsewhere, and in a title or by more than one document', async () => {
    const list =
      '# Places\n\n- **berth**: a marked place where a boat may lie\n- **slip**: a slope where boats are hauled\n- **quay**: a wall where boats unload';
    expect(await isVouchedFor('berth', list, elsewhere, more)).toBe(false);
    expect(await isVouchedFor('berth', list.replace('Places', 'A berth and more'), elsewhere, more)).toBe(true);
    expect(await isVouchedFor('slip', list.replace('Places', 'A slip and more'), elsewhere, more)).toBe(false);
  });

  it('matter little for shapes that hardly do anything but define', async () => {
    const text = '# 波止場\n\n朝に門が開く。係船場は昔からある。係船場とは、船をつないでおく場所である。';
    const uses = '# 料金\n\n係船場は五月に高い。係船場の料金は門で払う。係船場を昼までに空ける。係船場は寒い。';
    expect(await isVouchedFor('係船場', text, uses)).toBe(true);
    expect(await isVouchedFor('係船場', text.replace('とは、', 'は'), uses)).toBe(false);
  });
});
