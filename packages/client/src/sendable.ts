/** What a file holds: its text, or its bytes, whose encoding is then detected. */
export type FileContent = string | Uint8Array | Blob;

/** As a request carries it. */
export async function sendable(content: FileContent): Promise<string | { readonly base64: string }> {
  return typeof content === 'string' ? content : sendableBytes(content);
}

/** Bytes as a request carries them. */
export async function sendableBytes(content: Uint8Array | Blob): Promise<{ readonly base64: string }> {
  const bytes = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
  return { base64: base64Of(bytes) };
}

/** By pieces: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 32_768) {
    text += String.fromCharCode(...bytes.subarray(start, start + 32_768));
  }
  return btoa(text);
}
