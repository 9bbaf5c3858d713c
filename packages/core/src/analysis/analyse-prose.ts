import type { LanguageTag, Prose, Sentence } from '../domain/index.ts';
import type { Analyzer } from './analyzer.ts';
import { analyzerFor } from './analyzers/index.ts';
import { detectLanguage } from './detect-language.ts';

export interface AnalysedProse {
  /** The document's language: the given one, else the detected one. */
  readonly language: LanguageTag;
  /** In prose order. */
  readonly sentences: readonly Sentence[];
}

/**
 * Splits a document's prose into sentences and tokens. Blocks whose language clearly differs from the document's are
 * analysed in their own.
 */
export async function analyseProse(
  prose: Prose,
  options: { readonly language?: LanguageTag } = {},
): Promise<AnalysedProse> {
  const language = options.language ?? detectLanguage(prose.text).language;
  const sentences: Sentence[] = [];
  for (const [index, block] of prose.blocks.entries()) {
    const text = prose.text.slice(block.start, block.end);
    const blockLanguage = languageOfBlock(text, language);
    const analyzer: Analyzer = await analyzerFor(blockLanguage).load(blockLanguage);
    for (const sentence of analyzer.analyse(text)) {
      sentences.push({
        start: block.start + sentence.start,
        end: block.start + sentence.end,
        block: index,
        language: blockLanguage,
        tokens: sentence.tokens.map((token) => ({
          ...token,
          start: block.start + token.start,
          end: block.start + token.end,
        })),
      });
    }
  }
  return { language, sentences };
}

/** Short blocks say little about their language; below this many characters a block has the document's. */
const TELLING_LENGTH = 80;

function languageOfBlock(text: string, documentLanguage: LanguageTag): LanguageTag {
  if (text.length < TELLING_LENGTH) return documentLanguage;
  const { language, confidence } = detectLanguage(text);
  return language !== 'und' && confidence >= 0.6 ? language : documentLanguage;
}
