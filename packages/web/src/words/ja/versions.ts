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
  restore: '復元',
};
