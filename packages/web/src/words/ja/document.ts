import type { Words } from '../en.ts';
import { n } from './numbers.ts';

export const document: Words['document'] = {
  switchTo: '他の文書',
  all: 'すべての文書',
  highlights: '強調表示',
  source: '原文',
  vertical: '縦書き',
  hit: (at, of) => (of === 0 ? '用語はありません' : at === 0 ? `用語 ${n(of)} 箇所` : `${n(at)}/${n(of)}`),
  placesOf: (term) => `「${term}」の箇所`,
  nextHit: '次の用語',
  previousHit: '前の用語',
  states: { defined: '定義あり', candidate: '説明なし', forbidden: '使用しない', required: '必須' },
  openEntry: '用語集で開く',
  require: '必須の用語にする',
  exclude: '用語から除外する',
  alias: '別の用語の別名にする…',
  forbid: '使用禁止の名前にする…',
  required: (term) => `「${term}」は次の実行から用語集に入ります`,
  excluded: (term) => `「${term}」は次の実行から除外されます`,
  clause: '名前としては長すぎるか、文が含まれています。用語だけを選択してください。',
  selection: (text) => `選択中：${text}`,
  addSelection: '選択した語を追加',
};
