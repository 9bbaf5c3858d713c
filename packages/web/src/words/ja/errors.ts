import { tellError } from '@genglossary/core/domain';
import type { Words } from '../en.ts';

export const errors: Words['errors'] = {
  tell: (error) => (Object.hasOwn(ofClient, error.code) ? (ofClient[error.code] ?? '') : tellError(error, 'ja')),
  toDo: (code) => toDo[code] ?? '',
};

/** Codes that only a client knows. */
const ofClient: Readonly<Record<string, string>> = {
  'client/unreachable': 'サーバーに接続できません。',
  'client/not-understood': 'サーバーの応答を理解できません。別のプログラムか、異なる版のサーバーです。',
};

/** Where the sentence itself does not say it. */
const toDo: Readonly<Record<string, string>> = {
  'client/unreachable': 'genglossary serve が動いているか確かめてください。',
  'document/unreadable': 'UTF-8 のテキストで保存し直してください。',
  'document/invalid-name': '「/」で区切った相対パスの名前にしてください。',
  'document/none': '読める文書を追加してから始めてください。',
  'storage/disk-full': 'サーバーのディスクに空きを作ってください。',
  'storage/unavailable': 'サーバーのログを確かめてください。',
  'storage/in-use': '終わるのを待ってから、もう一度お試しください。',
  'storage/newer-schema': '新しい版の genglossary で起動してください。',
  'storage/not-found': '削除されたのかもしれません。一覧を読み直してください。',
  'storage/interrupted': 'もう一度お試しください。',
  'project/invalid-name': '別の名前にしてください。',
  'project/name-taken': '別の名前にしてください。',
  'backup/invalid': '書き出したままのファイルを使ってください。途中で切れているかもしれません。',
  'entry/conflict': 'いまの内容を見てから、もう一度変更してください。',
  'entry/locked': '先にロックを外してください。',
  'entry/name-taken': '二つの用語を統合するか、別の名前にしてください。',
  'settings/conflict': 'いまの設定を見てから、もう一度変更してください。',
  'undo/expired': '手で直してください。',
  'undo/conflict': '手で直してください。',
  'list/invalid-cursor': '一覧を最初から読み直してください。',
  'category/name-taken': '二つの分類を統合するか、別の名前にしてください。',
  'import/invalid': '表は用語の列に見出しのある UTF-8 の CSV、用語ベースは TBX にしてください。',
  'import/conflict': '計画を立て直し、変わったところを見てください。',
  'glossary/none': '先に用語集を作ってください。',
  'run/already-active': 'その実行が終わるのを待つか、取り消してください。',
  'run/shutting-down': '数秒待ってから、もう一度お試しください。',
  'run/not-started': '原因を除いてから、再開してください。',
  'run/disk-full': 'サーバーのディスクに空きを作ってから再開してください。',
  'run/crash-loop': 'ログを見て原因を除いてから、再開してください。',
  'run/budget-reached': '上限を上げて再開してください。',
  'llm/unreachable': 'モデルのサーバーを起動するか、アドレスを確かめてください。',
  'llm/refused-address': 'モデルのサーバーのアドレスにしてください。',
  'llm/wrong-address': '提供元の説明とアドレスを見比べてください。',
  'llm/unauthorised': '提供元が示すキーと見比べてください。',
  'llm/quota-exhausted': '提供元の契約を確かめてください。',
  'llm/model-not-found': '提供元が挙げるモデルから選んでください。',
  'llm/rate-limited': 'しばらく待つか、1 分あたりの回数を減らしてください。',
  'llm/timeout': '制限時間を延ばすか、速いモデルにしてください。',
  'llm/interrupted': 'もう一度お試しください。',
  'llm/failed': '時間をおいて、もう一度お試しください。',
  'llm/prompt-too-long': 'より長い文を読めるモデルにしてください。',
  'llm/truncated': '回答の長さの上限を延ばしてください。',
  'llm/invalid-answer': '形式の指定に従うモデルにしてください。',
  'request/unknown': 'ページを読み込み直してください。サーバーの版が変わったのかもしれません。',
  'request/unauthorized': 'サーバーのトークンを入力してください。',
  'request/forbidden': 'このページを --allow-origin で許可してください。',
  'request/too-large': '分けて送ってください。',
  'request/too-many': '1 分ほど待ってから、もう一度お試しください。',
  'server/unexpected': 'リクエスト ID をサーバーの管理者に伝えてください。',
};
