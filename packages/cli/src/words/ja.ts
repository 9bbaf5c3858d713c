import type { Words } from './en.ts';

/** What the command line says in Japanese. */
export const ja: Words = {
  steps: {
    load: '読込',
    analyse: '解析',
    extract: '抽出',
    classify: '選定',
    define: '定義',
    review: '点検',
    refine: '改善',
  },
  counted: {
    load: (count) => `文書 ${number(count)} 件`,
    analyse: (count) => `文書 ${number(count)} 件`,
    extract: (count) => `候補 ${number(count)} 語`,
    classify: (count) => `用語 ${number(count)} 語`,
    define: (count) => `定義 ${number(count)} 件`,
    review: (count) => `指摘 ${number(count)} 件`,
    refine: (count) => `項目 ${number(count)} 件`,
  },
  skipped: (count) => `読まなかったファイル ${number(count)} 件`,
  andMore: (count) => `… ほか ${number(count)} 件(--verbose ですべて表示)`,
  entries: (count) => `項目 ${number(count)} 件`,
  defined: (count) => `定義あり ${number(count)} 件`,
  unexplained: (count) => `説明のない用語 ${number(count)} 件`,
  issues: (count) => `指摘 ${number(count)} 件`,
  database: (path) => `データベース ${path}`,
  next: (command) => `次は: ${command}`,
  interrupted: '中止しました。何も書き込んでいません。解析の結果は残っているので、同じコマンドで続けられます。',
  usedNeverExplained: (count, documents) =>
    `${number(documents)} 件の文書で ${number(count)} 回使われていますが、説明はありません。`,
  alsoCalled: '別名',
  evidence: '根拠',
  related: '関連',
  didYouMean: (words) => `もしかして: ${words.join('、')}`,
  noGlossary: 'ここにはまだ用語集がありません。',
  nothingRead: (skipped) =>
    skipped === 0 ? 'フォルダーに文書がありません。' : `${number(skipped)} 件のファイルはどれも読めませんでした。`,
  hints: {
    'runtime/unsupported-node': '次のように実行してください: npx -y -p node@24 -p genglossary genglossary',
    'config/invalid': 'genglossary --help をご覧ください。',
    'document/not-found': 'パスを確かめてください。いまいるフォルダーから読みます。',
    'document/unreadable': 'ファイルとその権限を確かめてください。',
    'document/invalid-name': 'ファイルの名前を変えてください。',
    'document/none': '読めるのは .md、.rst、.txt、.html のファイルです。',
    'term/not-found': 'genglossary build で用語集を作り、genglossary extract で見つかった語を一覧できます。',
    'export/invalid': 'もう一度書き出してください。ファイルが壊れているか、別の版のものです。',
    'export/not-ours': '-o で別のフォルダーを選ぶか、--force で上書きしてください。',
    'export/unwritable': '-o で書き込めるフォルダーを選んでください。',
    'storage/disk-full': '空きを作ってから、同じコマンドを実行してください。',
    'storage/unavailable': 'genglossary doctor で詳しく調べられます。',
    'storage/in-use': 'もう一つの genglossary が終わるのを待つか、止めてください。',
    'storage/newer-schema': 'genglossary を更新するか、データベースを消して作り直してください。',
    'storage/not-found': 'genglossary build をもう一度実行してください。',
    'storage/interrupted': 'もう一度お試しください。続くようなら、ディスクかデータベースへの接続を確認してください。',
    'run/already-active': '終わるのを待つか（genglossary runs watch）、取り消してください（genglossary runs cancel）。',
    'run/not-found': '実行の一覧を見てください：genglossary runs list。',
    'run/key-reused': '別の依頼には別のキーを使ってください。',
    'run/nothing-to-resume': '新しく始めてください：genglossary build。',
    'run/shutting-down': 'プロセスが終わってから、もう一度始めてください。',
    'run/disk-full': 'ディスクに空きを作ってから：genglossary runs resume。',
    'run/crash-loop': '記録を見て（genglossary runs logs）、再開してください：genglossary runs resume。',
    'run/budget-reached': '予算を上げて再開してください：genglossary runs resume。',
    'analysis/failed': 'その文書を除いて実行し、不具合を報告してください。',
  },
};

function number(count: number): string {
  return count.toLocaleString('ja');
}
