import type { Words } from '../en.ts';
import { n } from './numbers.ts';

export const issues: Words['issues'] = {
  title: '指摘',
  open: '未対応',
  dismissed: '却下',
  resolved: '解決済み',
  empty: '未対応はありません',
  emptyDetail: (entries) => `用語 ${n(entries)} 件を確認済みです。`,
  notReviewed: 'まだ確認されていません',
  notReviewedDetail: '確認は用語集の作成とともに行われます。',
  noMatch: '条件に一致する指摘はありません。',
  filter: '用語で絞り込む',
  allKinds: 'すべての種類',
  kinds: {
    unclear: '不明瞭',
    contradiction: '矛盾',
    'missing-relation': '関連の不足',
    unnecessary: '不要',
    form: '書式',
  },
  accept: '解決済み',
  edit: '項目を編集',
  dismiss: '却下',
  later: 'あとで',
  reopen: '未対応に戻す',
  reasons: {
    'not-a-problem': '問題ではない',
    'will-not-fix': '対応しない',
    duplicate: '重複',
    'out-of-scope': '対象外',
  },
  dismissTitle: '却下の理由を選んでください',
  dismissedDone: '却下しました。次の実行でもそのままです',
  resolvedDone: '解決済みにしました',
  reopened: '未対応に戻しました',
  choose: '指摘を選ぶと、該当する項目が表示されます。',
};
