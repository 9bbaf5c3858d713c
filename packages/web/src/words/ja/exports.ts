import type { Words } from '../en.ts';
import { n } from './numbers.ts';

export const exports: Words['exports'] = {
  title: '書き出し',
  format: '形式',
  formats: { markdown: 'Markdown', json: 'JSON', csv: 'CSV', html: 'ウェブページ(HTML)' },
  uses: {
    markdown: '読むため、文書サイトに載せるため',
    json: 'すべての情報(プログラム用)',
    csv: '表計算ソフト用',
    html: '検索付きの 1 ページ。送付や公開に',
  },
  byteOrderMark: '表計算ソフト用に UTF-8 の印(BOM)を付ける',
  preview: 'プレビュー',
  previewCut: (shown) => `ファイルの先頭 ${shown}`,
  download: (name) => `${name} をダウンロード`,
  copy: 'すべてコピー',
  empty: '書き出すものがありません',
  emptyDetail: '先に用語集を作成してください。',
  warnings: '渡す前の確認',
  withoutDefinition: (count) => `定義のない用語 ${n(count)} 件`,
  openIssues: (count) => `未対応の指摘 ${n(count)} 件`,
  command: 'コマンドで同じものを作る',
  size: (kilobytes) => `${kilobytes} kB`,
};
