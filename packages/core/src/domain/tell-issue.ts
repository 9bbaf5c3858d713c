import type { Issue } from './issue.ts';

/** Names around an issue, as the teller knows them. */
export interface IssueNames {
  /** Of the entry that the issue is about. */
  readonly term: string;
  /** Of the other entries that take part, where they are at hand. */
  readonly others?: readonly string[];
}

/**
 * An issue in a language of the product: the one way to say it, in exports and on pages. Findings of rules are told anew
 * from the rule and the words it found; what a model or a person wrote stays as it was written.
 */
export function tellIssue(
  issue: Pick<Issue, 'rule' | 'message' | 'quote' | 'others'>,
  locale: 'en' | 'ja',
  names: IssueNames,
): string {
  // The stored message of a rule is its English.
  const tell = locale === 'ja' && Object.hasOwn(japanese, issue.rule) ? japanese[issue.rule] : undefined;
  return (
    tell?.({ ...names, others: names.others ?? [], quote: issue.quote, otherCount: issue.others.length }) ??
    issue.message
  );
}

interface Told {
  readonly term: string;
  readonly others: readonly string[];
  readonly otherCount: number;
  readonly quote: string;
}

const japanese: Readonly<Record<string, (told: Told) => string>> = {
  'stale-evidence': ({ term }) => `「${term}」の引用が、文書の元の場所にありません。`,
  'contradicting-numbers': ({ term, quote }) => `「${term}」について、記述によって数値が食い違っています（${quote}）。`,
  'differing-definitions': ({ term, quote }) => `「${term}」の定義が、文書によって食い違っています（${quote}）。`,
  circular: ({ term, others, otherCount, quote }) =>
    otherCount === 0
      ? `「${term}」の定義の中で「${quote}」自身が使われています。`
      : `${quoted([term, ...others])}の定義が、互いを使って説明しています。`,
  'never-explained': ({ term }) => `文書では「${term}」が使われていますが、説明はありません。`,
  'undefined-term': ({ term, quote }) => `「${term}」の定義で使われている「${quote}」に説明がありません。`,
  'same-name': ({ quote, otherCount }) => `「${quote}」と同じ名前の項目がほかに${otherCount}件あります。`,
  'near-duplicate': ({ term, others }) =>
    others.length === 0
      ? `「${term}」と同じ項目かもしれないものがあります。`
      : `「${term}」と${quoted(others)}は、同じ項目かもしれません。`,
  'forbidden-word': ({ term, quote }) => `「${term}」の定義に、使わないことにした語「${quote}」があります。`,
  'starts-with-term': ({ term }) => `「${term}」の定義が、その用語自身で始まっています。`,
  'too-long': ({ term }) => `「${term}」の定義が長すぎるか、一文に収まっていません。`,
};

function quoted(names: readonly string[]): string {
  return names.map((name) => `「${name}」`).join('と');
}
