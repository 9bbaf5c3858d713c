/** Word の文書は、行ではなく段落で数えます。 */
export function placeIn(document: string, line: number): string {
  return /\.docx$/iu.test(document) ? `${line} 段落目` : `${line} 行目`;
}
