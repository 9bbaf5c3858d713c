import type { Words } from '../en.ts';
import { n } from './numbers.ts';

export const actions: Words['actions'] = {
  cancel: 'キャンセル',
  close: '閉じる',
  save: '保存',
  saveAndNext: '保存して次へ',
  undo: '元に戻す',
  retry: 'もう一度試す',
  copied: 'コピーしました',
  delete: '削除',
  clearFilter: '条件を消す',
  add: '追加',
  open: '開く',
};

export const shell: Words['shell'] = {
  skip: '本文へ移動',
  mainNavigation: 'メイン',
  projectNavigation: 'プロジェクト',
  projects: 'プロジェクト',
  documents: '文書',
  terms: '用語候補',
  entries: '用語集',
  issues: '指摘',
  runs: '実行',
  versions: '版',
  exports: '書き出し',
  insights: '分析',
  trash: 'ごみ箱',
  settings: '設定',
  search: '検索',
  keys: 'キーボード',
  reconnecting: '再接続しています',
  reconnectingDetail: 'サーバーが応答しません。表示が古い可能性があります。つながり次第、自動で追いつきます。',
  loading: '読み込んでいます',
  resize: '幅を変える',
  notFound: 'ページが見つかりません',
  notFoundDetail: 'アドレスが古いか、対象が削除されています。',
  toProjects: 'プロジェクト一覧へ',
  failed: 'うまくいきませんでした',
  requestId: (id) => `リクエスト ${id}`,
};

export const palette: Words['palette'] = {
  title: '検索と操作',
  placeholder: '用語、文書、ページ …',
  pages: 'ページ',
  entries: '用語集',
  documents: '文書',
  projects: 'プロジェクト',
  found: (count) => (count === 0 ? '見つかりません' : `${n(count)} 件`),
  nothing: (query) => `「${query}」に一致するものはありません。`,
  hint: '矢印で移動、Enter で開く、Esc で閉じる',
};

export const keys: Words['keys'] = {
  title: 'キーボード',
  description: 'このページで使えるキーです。',
  everywhere: '共通',
  singleKeys: '単独キー(J、K、E など)を使う',
  palette: '検索と操作',
  sheet: 'キーの一覧',
  filter: '一覧を絞り込む',
  goTo: (page) => `${page}へ移動`,
  next: '次へ',
  previous: '前へ',
};
