/** By which suffixes (lower case, with their dot) the files of each format are known, to who reads them and who asks for them. */
export const documentSuffixes = {
  markdown: ['.md', '.markdown', '.mdown', '.mkd', '.mdx', '.qmd', '.rmd'],
  restructuredtext: ['.rst', '.rest'],
  text: ['.txt', '.text'],
  html: ['.html', '.htm', '.xhtml'],
  docx: ['.docx', '.docm'],
} as const;
