import type { Words } from '../en.ts';
import { n } from './numbers.ts';

export const categories: Words['categories'] = {
  title: '分類',
  category: '分類',
  hint: '一つの用語が入る分類は一つまでです。先頭の九つは 1〜9 のキーで選べます。',
  edit: '分類…',
  all: 'すべての分類',
  none: '分類なし',
  takeOut: '分類なし',
  putInto: (name) => `「${name}」に入れる`,
  filed: (term, count, name) => `${term ?? `${n(count)} 件`} · ${name ?? '分類なし'}`,
  terms: (count) => `${n(count)} 語`,
  add: '新しい分類',
  created: (name) => `分類「${name}」を作りました`,
  nameOf: (name) => `分類「${name}」の名前`,
  renamed: (name, count) => `「${name}」に変えました(${n(count)} 語)`,
  colourOf: (name) => `「${name}」の色`,
  colours: ['青', '紫', '赤', '黄土', '緑', '水色'],
  moveUp: (name) => `「${name}」を上へ`,
  moveDown: (name) => `「${name}」を下へ`,
  removeNamed: (name) => `「${name}」を削除`,
  replacement: (count) => `入っている ${n(count)} 語の移し先`,
  removed: (name, count) => `「${name}」を削除しました(${n(count)} 語を移動)`,
};
