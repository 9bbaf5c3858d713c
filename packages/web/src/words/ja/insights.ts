import type { Words } from '../en.ts';

export const insights: Words['insights'] = {
  title: '分析',
  empty: '集計するものがまだありません',
  frequency: 'よく使われる用語',
  confidence: '定義の確からしさ',
  coverage: '網羅率',
  coverageDetail: '用語の出現のうち、定義のあるものの割合です。',
  times: '回',
  entries: '件',
};
