import type { Glossary, RelationKind } from '../domain/index.ts';
import type { EntryOrder } from './select-entries.ts';

/** The words around the entries of an export, in the languages the product speaks. Sentences are functions of counts. */
export interface Words {
  /** What a glossary is called that nobody gave a name. */
  readonly title: string;
  readonly introduction: (entries: number, documents: number) => string;
  readonly empty: string;
  readonly reading: string;
  readonly category: string;
  readonly synonyms: string;
  readonly abbreviations: string;
  readonly variants: string;
  readonly deprecated: string;
  readonly forbidden: string;
  readonly relations: Readonly<Record<RelationKind, string>>;
  /** The same, said from the other end. */
  readonly inverseRelations: Readonly<Record<RelationKind, string>>;
  readonly proposed: string;
  readonly neverExplained: (occurrences: number) => string;
  readonly neverExplainedHeading: string;
  readonly unsupported: string;
  readonly found: (occurrences: number, documents: number) => string;
  readonly more: (count: number) => string;
  readonly openIssue: string;
  readonly label: (label: string, value: string) => string;
  readonly listSeparator: string;
  readonly search: string;
  readonly searchHint: string;
  /** With `{shown}` and `{total}`. */
  readonly shown: string;
  readonly nothingFound: string;
  readonly theme: string;
  /** What stands above entries that are not in the order of names. */
  readonly orders: Readonly<Record<Exclude<EntryOrder, 'name'>, string>>;
}

const en: Words = {
  title: 'Glossary',
  introduction: (entries, documents) =>
    `${plural(entries, 'entry', 'entries')} from ${plural(documents, 'document', 'documents')}. ` +
    'Every definition names the passages that it stands on.',
  empty: 'No entries yet.',
  reading: 'Reading',
  category: 'Category',
  synonyms: 'Also called',
  abbreviations: 'Abbreviation',
  variants: 'Also written',
  deprecated: 'Deprecated',
  forbidden: 'Do not use',
  relations: {
    synonym: 'Synonym',
    abbreviation: 'Short form',
    broader: 'Broader',
    narrower: 'Narrower',
    'part-of': 'Part of',
    'see-also': 'See also',
  },
  inverseRelations: {
    synonym: 'Synonym',
    abbreviation: 'Short form',
    broader: 'Narrower',
    narrower: 'Broader',
    'part-of': 'Has as a part',
    'see-also': 'See also',
  },
  proposed: 'proposed',
  neverExplained: (occurrences) =>
    occurrences === 0 ? 'Not used in the documents.' : `Used ${times(occurrences)}, never explained.`,
  neverExplainedHeading: 'Used, never explained',
  unsupported: 'not supported by the documents',
  found: (occurrences, documents) => `Found ${times(occurrences)} in ${plural(documents, 'document', 'documents')}`,
  more: (count) => `and ${count} more`,
  openIssue: 'Open issue',
  label: (label, value) => `${label}: ${value}`,
  listSeparator: ', ',
  search: 'Search the glossary',
  searchHint: 'Search names and definitions ( / )',
  shown: '{shown} of {total}',
  nothingFound: 'No entry matches.',
  theme: 'Light / dark',
  orders: { occurrences: 'Most used first', confidence: 'Surest first' },
};

const ja: Words = {
  title: '用語集',
  introduction: (entries, documents) =>
    `${documents}件の文書から作った${entries}語の用語集です。どの定義にも、根拠となる文書中の箇所を示しています。`,
  empty: '用語はまだありません。',
  reading: '読み',
  category: '分類',
  synonyms: '別名',
  abbreviations: '略語',
  variants: '別表記',
  deprecated: '非推奨',
  forbidden: '使用しない',
  relations: {
    synonym: '同義語',
    abbreviation: '略語',
    broader: '上位語',
    narrower: '下位語',
    'part-of': '全体',
    'see-also': '関連語',
  },
  inverseRelations: {
    synonym: '同義語',
    abbreviation: '略語',
    broader: '下位語',
    narrower: '上位語',
    'part-of': '部分',
    'see-also': '関連語',
  },
  proposed: '候補',
  neverExplained: (occurrences) =>
    occurrences === 0 ? '文書では使われていません。' : `${occurrences}回使われていますが、説明はありません。`,
  neverExplainedHeading: '使われているが説明のない用語',
  unsupported: '文書に根拠がありません',
  found: (occurrences, documents) => `${documents}件の文書に${occurrences}回出現`,
  more: (count) => `ほか${count}件`,
  openIssue: '未解決の指摘',
  label: (label, value) => `${label}：${value}`,
  listSeparator: '、',
  search: '用語集を検索',
  searchHint: '用語・読み・定義を検索（ / ）',
  shown: '{total}語中{shown}語',
  nothingFound: '一致する用語はありません。',
  theme: '明 / 暗',
  orders: { occurrences: '出現回数の多い順', confidence: '確からしさの高い順' },
};

const wordsByLocale = { en, ja } satisfies Record<string, Words>;

/** A language that the product speaks. */
export type Locale = keyof typeof wordsByLocale;

export function wordsOf(locale: Locale): Words {
  return wordsByLocale[locale];
}

/** The words around a glossary follow what most of its entries are written in, unless told; never the machine. */
export function localeOf({ concepts }: Glossary): Locale {
  return concepts.filter(({ language }) => language === 'ja').length * 2 > concepts.length ? 'ja' : 'en';
}

/** Its own name; one that nobody named is called what it is, in the language around its entries. */
export function titleOf({ title }: Glossary, words: Words): string {
  return title === en.title ? words.title : title;
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
