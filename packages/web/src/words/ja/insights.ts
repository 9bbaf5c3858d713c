import type { Words } from '../en.ts';
import { n } from './numbers.ts';

export const insights: Words['insights'] = {
  title: '分析',
  empty: '集計するものがまだありません',
  confidence: '定義の確からしさ',
  confidenceFinding: (sure, all) => `定義 ${n(all)} 件のうち ${n(sure)} 件は確からしさが 70% 以上です`,
  coverage: '網羅率',
  coverageFinding: (share) => `用語の出現の ${share} に定義があります`,
  coverageDetail: '出現とは、用語が文書の中に現れる箇所です。',
  openFinding: (name) => `定義が最も足りないのは ${name} です`,
  openDetail: '定義のない出現の数(文書別)。',
  openOf: (open, all) => `${n(all)} 回中 ${n(open)} 回`,
  frequencyFinding: (term, count) => `最も使われているのは「${term}」で、${n(count)} 回です`,
  spread: (count, documents) => `${n(count)} 回(文書 ${n(documents)} 件)`,
  runsFinding: (runs, calls, cost) =>
    calls === 0
      ? `直近 ${n(runs)} 回の実行では言語モデルを使っていません`
      : `直近 ${n(runs)} 回の実行で質問 ${n(calls)} 件、費用は ${cost} です`,
  graph: '関連する用語',
  graphFinding: (term, count) => `「${term}」は ${n(count)} 件の用語と関連しています`,
  graphKeys:
    '矢印キーで関連をたどり、スペースで用語を中心に置き、Enter で開きます。点線の枠は説明のない用語、破線は提案中の関連です。',
  graphColumns: ['用語', '関係', '相手の用語', '状態'],
  middle: '中心の用語',
  hops: '範囲',
  hopsOf: { 1: '1 段', 2: '2 段' },
  view: '表示',
  views: { map: '図', list: '一覧' },
  more: (count) => `ほかに ${n(count)} 件ありますが、ここには表示していません。`,
  putInMiddle: (term) => `「${term}」を中心に置く`,
  proposedAs: (relation) => `${relation}(提案)`,
  relationStates: { proposed: '提案', accepted: '確定' },
  reversed: {
    synonym: '同義',
    abbreviation: '略すと',
    broader: '下位',
    narrower: '上位',
    'part-of': '部分',
    'see-also': '参照',
  },
  times: '回',
  entries: '件',
  seconds: '秒',
  csv: 'CSV',
  saveTable: (name) => `表「${name}」を CSV で保存`,
};
