/** Why a file is no document, by its code. */
const reasons: Readonly<Record<string, string | undefined>> = {
  secret: 'it may hold secrets',
  'version-control': 'it belongs to version control',
  dependencies: 'it is in a folder of libraries',
  hidden: 'it is hidden',
  'unsupported-format': 'it is in no format that is read',
  'too-large': 'it is too large',
  'too-many': 'there are more documents than can be read',
  binary: 'it is not text',
  undecodable: 'its text encoding cannot be told',
  damaged: 'it is damaged, or another kind of file',
  encrypted: 'it is protected by a password',
  'outside-root': 'it leads out of the folder',
  'symlink-loop': 'its links go round in a circle',
  unreadable: 'it cannot be read',
  empty: 'it is empty',
  excluded: 'it is excluded',
  exported: 'it is a glossary that GenGlossary wrote',
  duplicate: 'two documents have its name',
  unanalysable: 'it could not be analysed',
  'invalid-name': 'its name cannot be used',
  'name-taken': 'another document has its name',
};

/** Why a file was left out, with what is known besides. */
export function skipReason(reason: string, detail: string | undefined): string {
  const told = reasons[reason];
  if (told === undefined) return detail ?? reason;
  return detail === undefined
    ? told
    : `${told} (${detail.charAt(0).toLowerCase()}${detail.slice(1).replace(/\.$/u, '')})`;
}
