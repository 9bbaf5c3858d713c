/** A line of a document; the paragraph of a Word document, which has no lines of its own. */
export function placeIn(document: string, line: number): string {
  return /\.docx$/iu.test(document) ? `paragraph ${line}` : `line ${line}`;
}
