import type { Words } from '../en.ts';
import { n } from './numbers.ts';
import { skipReason } from './skip-reasons.ts';

export const drop: Words['drop'] = {
  prompt: 'ファイルまたはフォルダをここにドロップ',
  types: 'Markdown、reStructuredText、テキスト、HTML、Word(.docx)。フォルダの構成はそのまま保たれます。',
  chooseFolder: 'フォルダを選ぶ',
  chooseFiles: 'ファイルを選ぶ',
  paste: 'テキストを貼り付け',
  pasteLabel: '本文',
  pasteTitle: '題名',
  pasteTitleHint: '文書の名前になります。省くと 1 行目を使います。',
  pasteLook: '内容を確認',
  over: '離すと内容を確認します',
  reading: (count) => `${n(count)} 件のファイルを確認しています`,
  plan: '追加の内容',
  wordDocument: 'Word 文書(追加するときに読み込みます)',
  unreadable: 'ドロップしたものを読み込めませんでした。ボタンからは選べることがあります。',
  planned: (count) => `${n(count)} 件のファイル`,
  verdicts: { add: '追加', update: '更新', same: '変更なし', reject: '対象外' },
  reasons: {
    type: '対応していない種類です',
    'old-word': '以前の Word の形式です。.docx で保存し直してください',
    size: '10 MB を超えています',
    binary: 'テキストではありません',
    ignored: '隠しファイルか、常に除外されるフォルダの中にあります',
    empty: '空のファイルです',
    duplicate: '同じパスが 2 つあります',
    unreadable: '読み込めませんでした',
  },
  send: (added, updated) =>
    updated === 0
      ? `${n(added)} 件の文書を追加`
      : added === 0
        ? `${n(updated)} 件の文書を更新`
        : `${n(added)} 件を追加し、${n(updated)} 件を更新`,
  sendAndBuild: (count) => `${n(count)} 件の文書を追加して用語集を作成`,
  nothingToSend: '送る必要のあるファイルはありません。',
  sending: (done, total) => `${n(total)} 件中 ${n(done)} 件を送信`,
  sent: (added, updated) =>
    added === 0
      ? `${n(updated)} 件の文書を更新しました`
      : updated === 0
        ? `${n(added)} 件の文書を追加しました`
        : `${n(added)} 件を追加、${n(updated)} 件を更新しました`,
  refused: (count) => `${n(count)} 件のファイルは追加できませんでした`,
  refusedBecause: skipReason,
  refusedSeen: '一覧を閉じる',
  retryFailed: (count) => `失敗した ${n(count)} 件を再送`,
  stop: '送信を止める',
  startOver: '選び直す',
};

export const documents: Words['documents'] = {
  title: '文書',
  emptyDetail: '用語集はこれらの文書から作られます。追加する前に内容を確認できます。',
  add: '文書を追加',
  filter: 'パスで絞り込む',
  path: 'パス',
  format: '形式',
  formats: {
    markdown: 'Markdown',
    restructuredtext: 'reStructuredText',
    text: 'テキスト',
    html: 'HTML',
    docx: 'Word',
  },
  encoding: '文字コード',
  length: '文字数',
  state: '状態',
  states: { new: '未処理', changed: '変更あり', read: '処理済み' },
  mentions: '用語の出現',
  explained: '定義あり',
  remove: '外す',
  removeTitle: (name) => `「${name}」を外しますか`,
  removeDetail: '次の実行から、この文書にある出典は用語集に使われません。',
  removeImpact: (entries, entirely) =>
    entries === 0
      ? 'この文書を出典とする用語はありません。'
      : `次の実行で ${n(entries)} 件の用語が出典を失い、うち ${n(entirely)} 件はすべて失います。`,
  removed: (name) => `「${name}」を外しました`,
  noMatch: (query) => `「${query}」に一致する文書はありません。`,
  again: '用語集を更新',
  build: (changed) => (changed === 0 ? '用語集を作成' : `用語集を更新(新規・変更 ${n(changed)} 件)`),
};
