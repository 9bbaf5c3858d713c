import type { Words } from '../en.ts';
import { n } from './numbers.ts';

export const home: Words['home'] = {
  title: 'プロジェクト',
  empty: '用語集はまだありません',
  emptyDetail:
    '文書のフォルダをドロップすると、定義すべき用語を見つけ、文書の言葉で定義を作り、出典を示します。文書がこのコンピューターの外へ出ることはありません。',
  dropHere: '離すと、これらの文書のプロジェクトを作成します',
  create: '新しいプロジェクト',
  sample: 'サンプル文書で試す',
  sampleName: 'サンプル：製茶工場の手引き',
  name: 'プロジェクト',
  documents: '文書',
  entries: '用語',
  openIssues: '未対応の指摘',
  lastRun: '最後の実行',
  never: '未実行',
  changed: (count) => `その後 ${n(count)} 件の文書が変更`,
  isEmpty: '空：文書がなく、実行もされていません',
  emptyOnes: (names, more) => `${names.join('、')}${more > 0 ? `、ほか ${n(more)} 件` : ''}には何も入っていません。`,
  removeEmpty: (count) => (count === 1 ? '空のプロジェクトを削除' : `空のプロジェクト ${n(count)} 件を削除`),
  removedEmpty: (count) => `空のプロジェクト ${n(count)} 件を削除しました`,
  remove: 'プロジェクトを削除',
  removeTitle: (name) => `「${name}」を削除しますか`,
  removeDetail: (documents, entries) =>
    `文書 ${n(documents)} 件と用語 ${n(entries)} 件が削除されます。元のファイルはそのまま残ります。`,
  restore: 'バックアップを復元',
  restored: (name) => `「${name}」を復元しました`,
  restoreTitle: '別の名前で復元',
  restoreDetail: (name) => `「${name}」というプロジェクトはすでにあります。`,
  restoreAction: '復元',
  copy: '複製',
  copyDetail: '同じ文書、用語、判断を持つ別のプロジェクトを作ります。試したいことがあるときに使えます。',
  copyName: '複製の名前',
  copySuggested: (name) => `${name}(複製)`,
  copyAction: 'プロジェクトを複製',
  copied: (name) => `「${name}」を作りました。中身は同じです`,
  backup: 'バックアップと移動',
  backupDetail:
    '文書、用語、判断、メモ、一覧、版など、このプロジェクトのすべてを一つのファイルにまとめます。このサーバーでも別のサーバーでも、プロジェクト一覧から復元できます。実行の記録と言語モデルの設定は含まれません。',
  backupAction: 'バックアップをダウンロード',
  removed: (name) => `「${name}」を削除しました`,
};

export const create: Words['create'] = {
  title: '新しいプロジェクト',
  name: '名前',
  nameHint: '読者に見える用語集の題名です。',
  namePlaceholder: '業務マニュアル',
  nameMissing: '名前を入力してください。',
  language: '文書の言語',
  languageAuto: '文書ごとに自動で判定',
  languages: { en: '英語', ja: '日本語', fr: 'フランス語', nl: 'オランダ語', de: 'ドイツ語', es: 'スペイン語' },
  toFiles: '作成して文書を追加',
};
