/** By the code of the reason. */
const reasons: Readonly<Record<string, string | undefined>> = {
  secret: '秘密の情報を含む恐れがあります',
  'version-control': 'バージョン管理のファイルです',
  dependencies: '依存ライブラリのフォルダにあります',
  hidden: '隠しファイルです',
  'unsupported-format': '対応していない形式です',
  'too-large': '大きすぎます',
  'too-many': '文書の数が上限を超えています',
  binary: 'テキストではありません',
  undecodable: '文字コードを判別できません',
  damaged: '壊れているか、別の形式のファイルです',
  encrypted: 'パスワードで保護されています',
  'outside-root': 'フォルダの外を指しています',
  'symlink-loop': 'リンクが循環しています',
  unreadable: '読み込めません',
  empty: '中身がありません',
  excluded: '除外の指定に当たります',
  exported: 'GenGlossary が書き出した用語集です',
  duplicate: '同じ名前の文書が 2 つあります',
  unanalysable: '解析に失敗しました',
  'invalid-name': '文書の名前に使えません',
  'name-taken': '同じ名前の文書があります',
};

/** The details are English; of those that say what to do, that is told. */
export function skipReason(reason: string, detail: string | undefined): string {
  const told = reasons[reason] ?? detail ?? reason;
  if (detail === 'save it as UTF-8' || detail === 'Save it as UTF-8.') return `${told}。UTF-8 で保存し直してください`;
  return detail?.includes('save it as .docx') === true || detail === 'Save it as .docx.'
    ? `${told}。.docx で保存し直してください`
    : told;
}
