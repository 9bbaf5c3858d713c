/**
 * The part of a refusal that says what is wrong, in Japanese; as it is where nobody has put it into Japanese. What stands
 * for `{}` (a number, a name, what another program said) is handed on in its order.
 */
export function problemInJapanese(problem: string): string {
  const exact = japanese[problem];
  if (exact !== undefined && Object.hasOwn(japanese, problem)) return exact;
  for (const [pattern, told] of patterns) {
    const found = pattern.exec(problem);
    if (found === null) continue;
    const parts = found.slice(1).map(problemInJapanese).values();
    return told.replaceAll('{}', () => parts.next().value ?? '');
  }
  return problem;
}

const japanese: Readonly<Record<string, string>> = {
  // Names of documents and projects.
  'is empty': '空です',
  'is longer than {} characters': '{} 文字を超えています',
  'is longer than {} bytes': '{} バイトを超えています',
  'has a character that cannot be seen': '見えない文字があります',
  'has nothing to read': '読める文字がありません',
  'is not valid Unicode': '正しくない文字があります',
  'is an absolute path': '絶対パスです',
  'has a backslash': '「\\」があります',
  'has a character that is invisible, misleading or not allowed in file names':
    'ファイルの名前に使えない文字、見えない文字、または紛らわしい文字があります',
  'leaves its folder': 'フォルダの外を指しています',
  'has a part that ends in a space or a dot': '空白か「.」で終わる部分があります',
  'has a part that begins with a space': '空白で始まる部分があります',
  'is the name of a Windows device': 'Windows の装置の名前です',
  'has a part longer than {} bytes': '{} バイトを超える部分があります',
  // Entries.
  'an entry has at least one name': '名称が一つもありません',
  'the first name is the preferred one': '最初の名称は推奨でなければなりません',
  'only one name is preferred': '推奨の名称は一つだけです',
  'an entry has at most {} names': '名称は {} 個までです',
  '{} stands twice': '{} が二度あります',
  'a name has letters or digits': '名称には文字か数字が必要です',
  'a name is at most {} characters long': '名前は {} 文字までです',
  'a name has a character that cannot be seen': '名称に見えない文字があります',
  'a name is empty': '名称が空です',
  '{} is of no known kind': '{} の種類が分かりません',
  'a name has at most {} further forms': '一つの名称の別の形は {} 個までです',
  'a form of a name is at most {} characters long': '名称の別の形は {} 文字までです',
  'a form of a name has a character that cannot be seen': '名称の別の形に見えない文字があります',
  '{} is looked for in no known way': '{} の探し方が分かりません',
  'a reason is at most {} characters long': '理由は {} 文字までです',
  'a reason has a character that cannot be seen': '理由に見えない文字があります',
  'a definition has at least one statement': '定義には文が一つ以上必要です',
  'a definition has at most {} statements': '定義は {} 文までです',
  'a statement is empty': '空の文があります',
  'a statement is at most {} characters long': '一つの文は {} 文字までです',
  'a statement is not valid Unicode': '文に正しくない文字があります',
  'a quotation is not what stands at its place': '引用が、示された箇所の文と一致しません',
  'a note is at most {} characters long': 'メモは {} 文字までです',
  'a note is not valid Unicode': 'メモに正しくない文字があります',
  'an entry is not related to itself': '用語をそれ自身と関連付けることはできません',
  'the preferred name stays; prefer another one first': '推奨の名称は分けられません。先に別の名称を推奨にしてください',
  '{} is none of its names': '{} はこの用語の名称ではありません',
  'nothing is merged': '統合する相手がありません',
  'a term is merged with itself': '同じ用語が二度選ばれています',
  'an entry is merged with itself': '同じ用語が二度選ばれています',
  // Lists, categories, issues, versions.
  'a rule is empty': '規則が空です',
  'a rule of wildcards alone is about everything': '「*」や「?」だけの規則は、すべての用語に当たります',
  'a rule is too long': '規則が長すぎます',
  'a rule has characters that nobody can read': '規則に読めない文字があります',
  'a list has at most {} rules': '規則は {} 件までです',
  'it has no name': '名前がありません',
  'its name has signs that cannot be shown': '名前に表示できない文字があります',
  'a project has at most {} categories': '分類は一つのプロジェクトに {} 個までです',
  'a category cannot replace itself': '分類をそれ自身で置き換えることはできません',
  'the note is too long or no valid text': 'メモが長すぎるか、正しくない文字があります',
  'whoever dismisses an issue says why': '対応しない理由が必要です',
  'a name or note is valid text of at most {} characters': '名前と説明は {} 文字までの正しい文字で書いてください',
  // Files that are handed in.
  'it is empty': '空です',
  'it has more than {} rows': '{} 行を超えています',
  'no column holds the terms': '用語の列がありません',
  'it is no table: {}': '表として読めません（{}）',
  'it is a glossary to read; its JSON, CSV or TBX export can be imported':
    '読むための用語集です。取り込めるのは JSON か CSV か TBX で書き出したものです',
  'it is a workbook or another packed file': '表計算ソフトのブックなど、圧縮されたファイルです',
  'it holds bytes that are zero': 'テキストではありません',
  'zero characters': 'テキストではありません',
  'control characters': '制御文字があります',
  'save it as UTF-8': '文字コードを判別できません',
  'partly UTF-8, partly another encoding': 'UTF-8 と別の文字コードが混ざっています',
  'it is XML or HTML': 'XML か HTML のファイルです',
  'it is XML, and no TBX': 'XML ですが、TBX ではありません',
  'it is no well-formed XML (line {}, column {}): {}': '正しい XML ではありません（{} 行目、{} 文字目: {}）',
  'it declares entities of its own, which are never read': '独自の実体を宣言しています。実体は展開されません',
  'its elements stand too deep in each other': '要素の入れ子が深すぎます',
  'its bytes are not in the encoding that it names': '宣言されている文字コードと内容が合いません',
  'it is a document, and no table': '表ではなく文書です',
  'it is no JSON export of a glossary: {}': '用語集を書き出した JSON ではありません（{}）',
  'it is not JSON': 'JSON ではありません',
  'it is damaged': '壊れています',
  'it ends too early': '途中で終わっています',
  'something stands behind its end': '終わりの後ろに余分なものがあります',
  'a line of it is no JSON': 'JSON ではない行があります',
  'it is not packed as one': 'バックアップの形式で圧縮されていません',
  'it holds more than {} MB': '展開すると {} MB を超えます',
  'it does not begin as a back-up of a project, or was made by a later version':
    'プロジェクトのバックアップではないか、新しい版で作られています',
  'the entry {} has no name': '用語 {} に名称がありません',
  'row {}: {}': '{} 行目: {}',
  // Glossaries that a command line names.
  'There are several glossaries: name one with --project ({}).':
    '用語集が複数あります。--project で一つ指定してください（{}）',
  'There is no glossary “{}” here: {}.': '「{}」という用語集はここにはありません（あるのは {}）',
  'There is no glossary “{}” in the bin: {}.': '「{}」という用語集はごみ箱にありません（あるのは {}）',
  'The bin is empty.': 'ごみ箱は空です',
  'Name a project, or say --empty.': 'プロジェクトの名前か --empty を指定してください',
  // Command lines.
  'There is no option {}.': '{} というオプションはありません',
  'There is no option {}. Did you mean {}?': '{} というオプションはありません。{} ではありませんか',
  'There is no command {}.': '{} というコマンドはありません',
  'There is no command {}. Did you mean {}?': '{} というコマンドはありません。{} ではありませんか',
  'The argument {} is missing.': '引数 {} がありません',
  'The option {} has no value.': 'オプション {} に値がありません',
  'The option {} cannot be “{}”. {}': 'オプション {} に「{}」は使えません（{}）',
  'There are too many arguments for {}; one that has spaces stands in quotes.':
    '{} の引数が多すぎます。空白を含むものは引用符で囲んでください',
  // Settings.
  '{} takes no key': '{} はキーを使いません',
  'a key is ASCII characters without spaces': 'キーは空白のない半角英数字と記号です',
  'a key is at most {} characters long': 'キーは {} 文字までです',
  '{} is not a language tag': '{} は言語の名前（BCP 47）ではありません',
  '{} is no address: write it as http://host:port/path.':
    '{} はアドレスではありません。http://ホスト:ポート/パス の形で書いてください',
  'An address begins with http:// or https://, not {}//.':
    'アドレスは http:// か https:// で始めてください（{}// は使えません）',
  'Keys and passwords do not belong into an address.': 'アドレスにキーやパスワードを入れないでください',
  'An address ends before "?" and "#".': 'アドレスの「?」と「#」以降は要りません',
  '{} needs the address of its server (base URL).': '{} にはサーバーのアドレス（ベース URL）が必要です',
  'the built-in engine follows no instruction: choose a language model':
    '内蔵エンジンは指示に従えません。言語モデルを選んでください',
};

/** The longest words first, so that what stands for `{}` is as short as it can be. */
const patterns = Object.entries(japanese)
  .filter(([english]) => english.includes('{}'))
  .toSorted(([one], [other]) => other.length - one.length)
  .map(([english, told]) => {
    const words = english.split('{}').map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`));
    return [new RegExp(`^${words.join('(.+)')}$`, 'su'), told] as const;
  });
