import { tellError } from '@genglossary/core/domain';
import type { Words } from '../en.ts';
import { n } from './numbers.ts';

export const imports: Words['imports'] = {
  title: '取り込み',
  lead: 'ファイルの用語を取り込みます。表(CSV)か、書き出した JSON を使えます。取り込む前に結果を確認できます。',
  prompt: 'ファイルをここにドロップするか、選んでください',
  shape: '表の 1 行目は、用語、定義、略語、メモなどの列の見出しにしてください。ほかの列の内容は後で選べます。',
  choose: 'ファイルを選ぶ',
  chooseOther: '別のファイルを選ぶ',
  columns: '表の列',
  filled: (share) => `${share} に値あり`,
  leftOut: '取り込まない',
  fields: {
    term: '用語',
    reading: '読み',
    language: '言語',
    abbreviations: '略語',
    'other-names': '別名',
    'deprecated-names': '旧名',
    'forbidden-names': '使わない名前',
    definition: '定義',
    context: '文脈',
    category: '分類',
    note: 'メモ',
  },
  plan: (name) => `「${name}」を取り込むと`,
  counted: {
    create: (count) => `新規 ${n(count)}`,
    update: (count) => `更新 ${n(count)}`,
    same: (count) => `同じ ${n(count)}`,
    conflict: (count) => `競合 ${n(count)}`,
    skipped: (count) => `対象外 ${n(count)}`,
  },
  outcomes: { create: '新規', update: '更新', same: '同じ', conflict: '競合', skipped: '対象外' },
  reasons: {
    'empty-term': '用語が空です。',
    repeated: '前の行に同じ用語があります。',
    unusable: undefined,
    'person-wrote-definition': '今の定義は人が書いたものです。',
    'person-chose-names': '今の名前は人が選んだものです。',
    'person-chose-category': '今の分類は人が選んだものです。',
    'person-wrote-note': '今のメモは人が書いたものです。',
    locked: 'この用語は変更できません。',
  },
  unusable: (detail) => {
    const problem = /^The (?:entry|category) cannot be kept: (.*)\.$/su.exec(detail)?.[1];
    if (problem === undefined) return detail;
    return tellError({ code: 'entry/invalid', message: detail, details: { problem } }, 'ja');
  },
  noTerm: '(用語なし)',
  mine: '用語集',
  theirs: 'ファイル',
  theirNames: 'ファイルの名前：',
  choices: { mine: '今のものを残す', theirs: 'ファイルのものにする', both: '残して名前を加える' },
  choiceFor: (term) => `「${term}」の扱い`,
  forAll: (choice) => `競合すべて：${choice}`,
  show: '表示する行',
  all: (count) => `全 ${n(count)} 行`,
  apply: (count) => `${n(count)} 件を取り込む`,
  nothing: '取り込むものがありません',
  left: (count) => `${n(count)} 行は取り込みませんでした`,
  kept: (count) => `${n(count)} 行は今の用語集のままにしました`,
  alreadyThere: (count) => `${n(count)} 行は用語集と同じ内容でした。`,
  line: (place) => `${n(place)} 行目`,
  entryAt: (place) => `${n(place)} 番目`,
  done: (created, updated) => `新規 ${n(created)} 件、更新 ${n(updated)} 件`,
};
