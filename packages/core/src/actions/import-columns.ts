import type { ImportColumn, ImportField } from '../domain/index.ts';
import { foldText } from '../text/normal-form.ts';

/** What columns are usually called, in the languages of our users; the first one is our own export's. */
const HEADERS: Readonly<Record<ImportField, readonly string[]>> = {
  term: ['term', 'terms', 'headword', 'entry', 'word', 'name', '用語', '用語名', '見出し語', '見出し', '単語', '名称'],
  reading: ['reading', 'kana', 'furigana', 'yomi', 'pronunciation', '読み', '読み仮名', 'よみ', 'ふりがな', 'フリガナ'],
  language: ['language', 'lang', 'locale', '言語'],
  abbreviations: ['abbreviations', 'abbreviation', 'abbr', 'acronym', 'acronyms', 'short form', '略語', '略称'],
  'other-names': [
    'other names',
    'synonyms',
    'synonym',
    'aliases',
    'alias',
    'variants',
    'also known as',
    '別名',
    '同義語',
  ],
  'deprecated-names': ['deprecated names', 'deprecated terms', 'deprecated', 'obsolete', '非推奨', '旧称'],
  'forbidden-names': [
    'forbidden names',
    'forbidden terms',
    'forbidden',
    'prohibited',
    'do not use',
    '禁止',
    '使用禁止',
  ],
  definition: ['definition', 'definitions', 'description', 'meaning', 'explanation', '定義', '説明', '意味', '解説'],
  context: ['context', 'example', 'examples', 'usage', '文脈', '用例', '例文'],
  category: [
    'category',
    'categories',
    'group',
    'domain',
    'subject',
    'field',
    '分類',
    'カテゴリ',
    'カテゴリー',
    '区分',
    '分野',
  ],
  note: ['note', 'notes', 'comment', 'comments', 'remark', 'remarks', '備考', '注記', 'メモ', 'コメント'],
};

const FIELDS = new Map(
  Object.entries(HEADERS).flatMap(([field, names]) =>
    names.map((name) => [keyOf(name), field as ImportField] as const),
  ),
);

/**
 * What the columns of a table are taken for: what a person said, else by their headers. A field belongs to one column,
 * the first that claims it. Where none is called a term, the first column that is mostly filled is.
 */
export function mapColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  said: Readonly<Record<string, ImportField | null>> = {},
): readonly ImportColumn[] {
  const taken = new Set(Object.values(said).filter((field) => field !== null));
  const fields = headers.map((header): ImportField | null => {
    if (Object.hasOwn(said, header)) return said[header] ?? null;
    const guessed = FIELDS.get(keyOf(header));
    if (guessed === undefined || taken.has(guessed)) return null;
    taken.add(guessed);
    return guessed;
  });
  const filled = headers.map((_, column) => {
    const count = rows.filter((cells) => (cells[column] ?? '').trim() !== '').length;
    return rows.length === 0 ? 0 : Math.round((count / rows.length) * 100) / 100;
  });
  const first = fields.findIndex(
    (field, column) => field === null && (filled[column] ?? 0) > 0.5 && !Object.hasOwn(said, headers[column] ?? ''),
  );
  if (!taken.has('term') && first >= 0) fields[first] = 'term';
  return headers.map((header, column) => ({ header, field: fields[column] ?? null, filled: filled[column] ?? 0 }));
}

function keyOf(header: string): string {
  return foldText(header)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
