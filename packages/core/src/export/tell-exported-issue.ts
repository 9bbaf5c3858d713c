import { type Issue, type IssueNames, tellIssue } from '../domain/index.ts';
import type { Locale } from './words.ts';

type Told = Pick<Issue, 'kind' | 'rule' | 'message' | 'quote' | 'others'>;

/** Where a model found it. */
export function isFoundByModel({ rule }: Pick<Issue, 'rule'>): boolean {
  return rule.startsWith('model-');
}

/**
 * An issue as an export says it. What a language model found is told by its kind, in words of ours: its own words stand
 * on nothing, and a glossary that leaves the product holds none of them.
 */
export function tellExportedIssue(issue: Told, locale: Locale, names: IssueNames): string {
  return isFoundByModel(issue) ? findings[locale](issue, names) : tellIssue(issue, locale, names);
}

const findings: Readonly<Record<Locale, (issue: Told, names: IssueNames) => string>> = {
  en({ kind, quote }, { term, others = [] }) {
    const what = quote === '' ? `the definition of "${term}"` : `"${quote}" in the definition of "${term}"`;
    const [other] = others;
    switch (kind) {
      case 'contradiction':
        return `A language model sees a contradiction in ${what}${other === undefined ? '' : ` to "${other}"`}.`;
      case 'missing-relation':
        return `A language model sees a relation of "${term}" that is missing${other === undefined ? '' : `, to "${other}"`}.`;
      case 'unnecessary':
        return `A language model doubts that "${term}" is needed.`;
      case 'form':
        return `A language model would put ${what} another way.`;
      case 'unclear':
        return `A language model finds ${what} unclear.`;
      default:
        kind satisfies never;
        return '';
    }
  },
  ja({ kind, quote }, { term, others = [] }) {
    const what = quote === '' ? `「${term}」の定義` : `「${term}」の定義にある「${quote}」`;
    const [other] = others;
    switch (kind) {
      case 'contradiction':
        return `言語モデルの指摘：${what}${other === undefined ? '' : `と「${other}」`}に矛盾があるかもしれません。`;
      case 'missing-relation':
        return `言語モデルの指摘：「${term}」${other === undefined ? 'に' : `と「${other}」の間に`}関係が足りないかもしれません。`;
      case 'unnecessary':
        return `言語モデルの指摘：「${term}」は用語集に要らないかもしれません。`;
      case 'form':
        return `言語モデルの指摘：${what}は書き方を変えたほうがよいかもしれません。`;
      case 'unclear':
        return `言語モデルの指摘：${what}がわかりにくいかもしれません。`;
      default:
        kind satisfies never;
        return '';
    }
  },
};
