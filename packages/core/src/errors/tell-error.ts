import type { ErrorCode, ErrorDetails, TellableError } from './error-codes.ts';
import { problemInJapanese } from './tell-problem.ts';

/**
 * An error in a language of the product: what happened, in one sentence. What to do about it differs from place to place,
 * and each place says it itself. What another program said (`why`) stays as that program said it.
 */
export function tellError({ code, message, details }: TellableError, locale: 'en' | 'ja'): string {
  if (locale === 'en' || !Object.hasOwn(japanese, code) || typeof details !== 'object' || details === null)
    return message;
  // The details belong to the code: both come from one error.
  const tell = japanese[code as ErrorCode] as (details: never) => string;
  try {
    return tell(new Proxy(details, { get: known }) as never);
  } catch {
    // A server of another version told other details.
    return message;
  }
}

function known(details: object, name: string | symbol): unknown {
  if (!(name in details)) throw new TypeError(`There is no ${String(name)}.`);
  return Reflect.get(details, name);
}

const japanese: { readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => string } = {
  'runtime/unsupported-node': ({ version, needed }) => `Node ${version} では動きません。${needed} 以降が必要です。`,
  'config/invalid': ({ problem }) => `指定に誤りがあります: ${problemInJapanese(problem)}`,
  'document/not-found': ({ path }) => `${path} が見つかりません。`,
  'document/unreadable': ({ name, why }) => `文書「${name}」を読めません: ${why}`,
  'document/invalid-name': ({ name, why }) => `「${name}」は文書の名前に使えません: ${problemInJapanese(why)}`,
  'document/none': ({ skipped }) =>
    skipped === 0 ? '読める文書がありません。' : `読める文書がありません。除外したファイルは ${skipped} 件です。`,
  'term/not-found': ({ term }) => `「${term}」という用語は用語集にありません。`,
  'export/not-ours': ({ path }) => `${path} は genglossary が書いたファイルではないため、上書きしません。`,
  'export/invalid': ({ problem }) => `書き出したファイルとして読めません: ${problemInJapanese(problem)}`,
  'export/unwritable': ({ path, why }) => `${path} に書き込めません（${why}）。`,
  'storage/disk-full': ({ path }) => `ディスクに空きがないため、${path} に保存できません。`,
  'storage/unavailable': ({ path, why }) => `データベース ${path} を開けません: ${why}`,
  'storage/in-use': ({ path }) => `データベース ${path} は別のプロセスが使っています。`,
  'storage/newer-schema': ({ path }) => `データベース ${path} は、これより新しい版が書いたものです。`,
  'storage/not-found': ({ what, id }) => `${nouns[what] ?? what}（${id}）はもうありません。`,
  'storage/interrupted': ({ why }) => `データベースの処理が途中で終わりました: ${why}`,
  'project/invalid-name': ({ name, why }) => `「${name}」はプロジェクトの名前に使えません: ${problemInJapanese(why)}`,
  'backup/invalid': ({ problem }) => `バックアップを復元できません: ${problemInJapanese(problem)}`,
  'project/name-taken': ({ name }) => `「${name}」という名前のプロジェクトがすでにあります。`,
  'entry/conflict': () => '見ているあいだに、この用語をだれかが変更しました。',
  'entry/locked': () => 'この用語はロックされています。',
  'entry/invalid': ({ problem }) => `この用語は保存できません: ${problemInJapanese(problem)}`,
  'entry/name-taken': ({ name }) => `「${name}」は別の用語の名前です。`,
  'settings/conflict': () => '見ているあいだに、設定をだれかが変更しました。',
  'undo/expired': () => 'この変更はもう取り消せません。時間がたちすぎたか、取り消し済みです。',
  'undo/conflict': () => '同じところがその後に変更されているため、取り消せません。',
  'list/invalid-cursor': () => '一覧の続きを読めません。',
  'term-list/invalid': ({ problem }) => `用語の規則を保存できません: ${problemInJapanese(problem)}`,
  'category/invalid': ({ problem }) => `分類を保存できません: ${problemInJapanese(problem)}`,
  'category/not-found': ({ name }) => `「${name}」という分類はありません。`,
  'category/name-taken': ({ name }) => `「${name}」という分類がすでにあります。`,
  'issue/invalid': ({ problem }) => `この指摘には対応を付けられません: ${problemInJapanese(problem)}`,
  'version/invalid': ({ problem }) => `版を公開できません: ${problemInJapanese(problem)}`,
  'import/invalid': ({ problem }) => `ファイルを取り込めません: ${problemInJapanese(problem)}`,
  'import/conflict': () => '取り込みの計画を立てたあとで、用語が変更されました。',
  'glossary/none': () => '用語集がまだありません。',
  'run/already-active': () => 'このプロジェクトでは、まだ終わっていない実行があります。',
  'run/not-found': ({ runId }) => `${runId} という実行はありません。`,
  'run/key-reused': () => '同じキーで、別の内容の実行がすでに始められています。',
  'run/nothing-to-resume': () => 'この実行は完了していて、再開するものがありません。',
  'run/shutting-down': () => '終了の途中なので、新しい実行は始められません。',
  'run/not-started': ({ tries, failure }) =>
    `実行を ${tries} 回続けて始められませんでした: ${tellError(failure, 'ja')}`,
  'run/disk-full': () => 'ディスクに空きがないため、実行を終えました。',
  'run/crash-loop': ({ attempts }) => `何も終わらないうちにプロセスが ${attempts} 回続けて落ちました。`,
  'run/budget-reached': ({ limit }) => `実行の上限に達しました（${limit}）。`,
  'llm/unreachable': ({ url, why }) => `${url} が応答しません（${why}）。`,
  'llm/refused-address': ({ url }) => `${url} は言語モデルのアドレスとして使えません。`,
  'llm/wrong-address': ({ url, why }) => `${url} にあるのは、その種類の言語モデルではありません（${why}）。`,
  'llm/unauthorised': ({ provider, why }) => `${provider} がキーを受け付けません: ${why}`,
  'llm/quota-exhausted': ({ provider, why }) => `${provider} の残高または利用枠がありません: ${why}`,
  'llm/model-not-found': ({ provider, model }) => `${provider} に「${model}」というモデルはありません。`,
  'llm/rate-limited': ({ provider }) => `${provider} への問い合わせが速すぎて断られ続けています。`,
  'llm/timeout': ({ provider, afterMs }) => `${provider} が ${Math.round(afterMs / 1000)} 秒以内に答えませんでした。`,
  'llm/interrupted': ({ provider, why }) => `${provider} との接続が途中で切れました: ${why}`,
  'llm/failed': ({ provider, status, why }) => `${provider} で障害が起きました（${status}）: ${why}`,
  'llm/rejected': ({ provider, status, why }) => `${provider} が要求を受け付けません（${status}）: ${why}`,
  'llm/prompt-too-long': ({ provider, why }) => `${provider} のモデルが読める長さを超えています: ${why}`,
  'llm/truncated': () => '回答が途中で切れています。',
  'llm/invalid-answer': ({ problem }) => `回答が求めた形ではありません: ${problem}`,
  'analysis/failed': ({ name, why }) => `文書を一つも解析できませんでした。最初は「${name}」です: ${why}`,
  'request/invalid': ({ problems }) => `入力に誤りがあります: ${problems.join('; ')}`,
  'request/unknown': ({ path }) => `サーバーに ${path} という手続きはありません。`,
  'request/unauthorized': () => 'トークンがないか、間違っています。',
  'request/forbidden': ({ why }) => `この要求は許可されていません: ${why}`,
  'request/too-large': () => '一度に送れる量を超えています。',
  'request/too-many': () => '要求が多すぎます。',
  'server/unexpected': ({ requestId }) => `サーバーで予期しない誤りが起きました（リクエスト ID ${requestId}）。`,
};

/** What can be gone, as people call it. */
const nouns: Readonly<Record<string, string>> = {
  project: 'プロジェクト',
  document: '文書',
  entry: '用語',
  concept: '用語',
  issue: '指摘',
  category: '分類',
  version: '版',
  run: '実行',
  call: '言語モデルへの質問',
  import: '取り込みの計画',
  'item in the trash': 'ごみ箱の項目',
  revision: '履歴の定義',
  term: '用語の候補',
  variants: '表記の候補',
};
