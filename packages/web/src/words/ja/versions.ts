import type { Words } from '../en.ts';
import { n } from './numbers.ts';

export const versions: Words['versions'] = {
  title: '版',
  empty: '版はまだありません',
  emptyDetail: '版を公開すると、今の用語集を残して、あとで比べられます。',
  publish: '版を公開',
  note: '変更点のメモ',
  published: (number) => `第 ${number} 版を公開しました`,
  version: (number) => `第 ${number} 版`,
  compare: '比較',
  from: '比較元',
  to: '比較先',
  now: '現在の用語集',
  summary: (changed, added, removed) => `変更 ${n(changed)}、追加 ${n(added)}、削除 ${n(removed)}`,
  same: '違いはありません。',
  added: '追加',
  removed: '削除',
  changed: '変更',
  category: '分類',
  noCategory: 'なし',
  matched: '探し方の変更',
  accept: '承認',
  reject: '元に戻す',
  acceptNamed: (term) => `「${term}」の変更を承認`,
  rejectNamed: (term) => `「${term}」の変更を元に戻す`,
  acceptAll: (count) => `${n(count)} 件をすべて承認`,
  rejectAll: (count) => `${n(count)} 件をすべて元に戻す`,
  accepted: (count) => `承認済み ${n(count)} 件`,
  settled: 'すべての変更を承認しました。',
  decided: {
    accepted: (term, count) =>
      term === undefined ? `${n(count)} 件の変更を承認しました` : `「${term}」の変更を承認しました`,
    rejected: (term, count) =>
      term === undefined ? `${n(count)} 件の変更を元に戻しました` : `「${term}」を元に戻しました`,
  },
  restore: '復元',
};
