import type { Words } from '../en.ts';
import { n } from './numbers.ts';

export const trash: Words['trash'] = {
  title: 'ごみ箱',
  projectsTitle: '削除したプロジェクト',
  lead: '削除したものは 30 日間ここに残ります。',
  empty: 'ごみ箱は空です',
  emptyDetail: '外した文書や用語は、ここから元に戻せます。',
  emptyProjects: '削除したプロジェクトは、ここから元に戻せます。',
  kinds: { document: '文書', entry: '用語' },
  deleted: (when) => `${when}に削除`,
  left: (days) => `残り ${n(days)} 日`,
  restoreNamed: (name) => `${name} を復元`,
  purge: '完全に削除',
  purgeNamed: (name) => `「${name}」を完全に削除`,
  purgeTitle: (name) => `「${name}」を完全に削除しますか`,
  purgeDetail: '中身はすべて失われ、元に戻せません。',
  purgeName: (name) => `確認のため、名前を入力してください：${name}`,
  purged: (name) => `「${name}」を完全に削除しました`,
  restored: (name) => `「${name}」を元に戻しました`,
};
