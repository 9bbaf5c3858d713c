import type { Language } from '../../preferences/store.ts';
import type { UploadFile } from '../../data/shapes.ts';

/** The examples of the repository, each fetched only when somebody tries the sample. */
const examples = {
  en: import.meta.glob<string>('../../../../../examples/lighthouse-handbook/*', { query: '?raw', import: 'default' }),
  ja: import.meta.glob<string>('../../../../../examples/wakaba-handbook/*', { query: '?raw', import: 'default' }),
} as const;

/** A handful of documents to try the app with, in a language. */
export async function sampleDocuments(language: Language): Promise<UploadFile[]> {
  const files = Object.entries(examples[language]).map(async ([path, load]) => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    content: new TextEncoder().encode(await load()),
  }));
  return Promise.all(files);
}
