import type { DecodedText, UndecodableBytes } from '../../documents/decode.ts';

/**
 * The text of an XML file that names its encoding, in that encoding; `undefined` where it names none, or where its first
 * bytes tell it better.
 */
export function decodeXml(bytes: Uint8Array): Pick<DecodedText, 'kind' | 'text'> | UndecodableBytes | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const [, label] = /^<\?xml\s[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/u.exec(head) ?? [];
  const decoder = label === undefined ? undefined : decoderOf(label);
  if (decoder === undefined || decoder.encoding.startsWith('utf-16')) return undefined;
  try {
    return { kind: 'text', text: decoder.decode(bytes) };
  } catch {
    return { kind: 'refused', reason: 'undecodable', detail: 'its bytes are not in the encoding that it names' };
  }
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}
