/** Hands a file to the person, as a download. */
export function saveFile(
  name: string,
  { mediaType, content }: { readonly mediaType: string; readonly content: string | Uint8Array<ArrayBuffer> },
): void {
  const type = typeof content === 'string' ? `${mediaType};charset=utf-8` : mediaType;
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replaceAll(/[\\/:*?"<>|\s]+/gu, '-');
  link.click();
  URL.revokeObjectURL(url);
}
