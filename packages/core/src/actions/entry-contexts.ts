import type { ConceptId, EntryContext, GlossaryDocument, Page, ProjectId, Range } from '../domain/index.ts';
import type { Stores } from '../storage/storage.ts';
import { linePosition } from '../text/line-position.ts';
import { withoutMarks } from '../text/without-marks.ts';
import { withoutReadings } from '../text/without-readings.ts';
import { hasTags, withoutTags } from '../text/without-tags.ts';
import { notFound } from './not-found.ts';
import { type PageRequest, pageOf } from './page.ts';

export interface ContextQuery extends PageRequest {
  /** UTF-16 units on each side; 80 unless told, at most 500. */
  readonly width?: number;
}

export const WIDTH = 80;
const MAX_WIDTH = 500;

/** Where an entry stands, as lines of a concordance, in the order of documents and their texts. @throws `storage/not-found` */
export async function readContexts(
  stores: Stores,
  { project, id }: { readonly project: ProjectId; readonly id: ConceptId },
  { width = WIDTH, ...request }: ContextQuery,
): Promise<Page<EntryContext>> {
  const concept = await stores.concepts.read(project, id);
  if (concept === undefined) throw notFound('entry', id);
  const page = pageOf(concept.occurrences, request, ({ documentId, range }) => `${documentId} ${range.start}`);
  const only = [...new Set(page.items.map((one) => one.documentId))];
  const documents = new Map((await stores.glossary.documents(project, { only })).map((one) => [one.id, one]));
  const texts = new Map<string, string>();
  for (const documentId of only) {
    const built = await stores.documents.builtText(project, documentId);
    if (built !== undefined) texts.set(documentId, built.text);
  }
  const items = page.items.flatMap(({ documentId, range }) => {
    const document = documents.get(documentId);
    if (document === undefined) return [];
    return [contextAt({ document, text: texts.get(documentId) ?? '', range, width })];
  });
  return { ...page, items };
}

/** A place in a document with what is around it. */
export function contextAt({
  document,
  text,
  range,
  width,
}: {
  readonly document: Pick<GlossaryDocument, 'id' | 'name' | 'lineStarts'> & Partial<Pick<GlossaryDocument, 'format'>>;
  readonly text: string;
  readonly range: Range;
  readonly width: number;
}): EntryContext {
  const size = Math.min(Math.max(0, Math.trunc(width)), MAX_WIDTH);
  const isTagged = hasTags(document.format);
  // A plain text has no marks, but readings: behind the word, and at the ends, where they are cut.
  const isPlain = document.format === 'text';
  const read = (words: string, cut: Parameters<typeof withoutMarks>[1]) =>
    oneLine(isTagged ? withoutTags(words) : isPlain ? withoutReadings(words) : withoutMarks(words, cut));
  const from = wholeStart(text, range.start - size);
  const matched = text.slice(range.start, range.end);
  return {
    documentId: document.id,
    documentName: document.name,
    range,
    ...linePosition(document.lineStarts, range.start),
    before: read(text.slice(from, range.start).replace(isPlain ? CUT_BEFORE : '', ''), {
      startsLine: from === 0 || text[from - 1] === '\n',
      endsLine: false,
    }),
    match: isTagged || isPlain ? read(matched, { startsLine: false }) : matched,
    after: read(text.slice(range.end, wholeEnd(text, range.end + size)).replace(isPlain ? CUT_AFTER : '', ''), {
      startsLine: false,
    }),
  };
}

const CUT_BEFORE = /^《?[\p{Script=Hiragana}\p{Script=Katakana}ー・]{0,60}》|｜$/gu;
const CUT_AFTER =
  /^《[\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,60}》|《[\p{Script=Hiragana}\p{Script=Katakana}ー・]{0,60}$/gu;

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** No half of a surrogate pair is shown. */
function wholeStart(text: string, at: number): number {
  const start = Math.max(0, at);
  return isLow(text.charCodeAt(start)) ? start + 1 : start;
}

function wholeEnd(text: string, at: number): number {
  const end = Math.min(text.length, at);
  return isLow(text.charCodeAt(end)) ? end - 1 : end;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
