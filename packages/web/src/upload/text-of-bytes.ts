const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * The text of a file that was not sent yet, to show it by and to compare it with what the server has. A byte order mark
 * decides and is left out; then strict UTF-8; then Shift_JIS or EUC-JP, whichever gives more kana; then Western letters.
 * The server looks closer: what it reads is what counts.
 */
export function textOfBytes(content: Uint8Array): string {
  const mark = marks.find(({ bytes }) => bytes.every((byte, at) => content[at] === byte));
  if (mark !== undefined) return new TextDecoder(mark.encoding).decode(content);
  const utf8 = decodeStrictly(content, 'utf-8');
  if (utf8 !== undefined) return utf8;
  const [best] = (['shift_jis', 'euc-jp'] as const)
    .flatMap((encoding) => decodeStrictly(content, encoding) ?? [])
    .map((text) => ({ text, kana: text.match(/[\u3041-\u30ff]/gu)?.length ?? 0 }))
    .filter(({ kana }) => kana > 0)
    .toSorted((one, other) => other.kana - one.kana);
  return best?.text ?? new TextDecoder('windows-1252').decode(content);
}

function decodeStrictly(content: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}
