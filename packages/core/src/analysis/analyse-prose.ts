import type { LanguageTag, Prose, Sentence, Token } from '../domain/index.ts';
import type { Analyzer } from './analyzer.ts';
import { analyzerFor } from './analyzers/index.ts';
import { cutLongBlock, isRubble } from './cut-long-block.ts';
import { detectLanguage } from './detect-language.ts';

export interface AnalysedProse {
  /** The document's language: the given one, else the detected one. */
  readonly language: LanguageTag;
  /** In prose order. */
  readonly sentences: readonly Sentence[];
}

/**
 * Splits a document's prose into sentences and tokens. Blocks whose language clearly differs from the document's are
 * analysed in their own. Time and memory grow with the text, whatever the length of its lines.
 */
export async function analyseProse(
  prose: Prose,
  options: { readonly language?: LanguageTag } = {},
): Promise<AnalysedProse> {
  const language = options.language ?? detectLanguage(prose.text).language;
  const sentences: Sentence[] = [];
  const analyzers = new Map<LanguageTag, Analyzer>();
  for (const [index, block] of prose.blocks.entries()) {
    for (const piece of cutLongBlock(prose.text.slice(block.start, block.end))) {
      const from = block.start + piece.start;
      const text = prose.text.slice(from, block.start + piece.end);
      if (isRubble(text)) continue;
      const pieceLanguage = languageOfPiece(text, language);
      let analyzer = analyzers.get(pieceLanguage);
      if (analyzer === undefined) {
        analyzer = await analyzerFor(pieceLanguage).load(pieceLanguage);
        analyzers.set(pieceLanguage, analyzer);
      }
      for (const { start, end, tokens } of analyzer.analyse(text)) {
        sentences.push({
          start: from + start,
          end: from + end,
          block: index,
          language: pieceLanguage,
          tokens: tokens.map((token) => moved(token, from)),
        });
      }
    }
  }
  return { language, sentences };
}

/** Property by property: a text has as many tokens as words, and to spread each takes several times as long. */
function moved({ start, end, partOfSpeech, lemma, reading }: Token, by: number): Token {
  const token = { start: start + by, end: end + by, partOfSpeech, lemma };
  return reading === undefined ? token : { ...token, reading };
}

/** Short blocks say little about their language; below this many characters a block has the document's. */
const TELLING_LENGTH = 80;

function languageOfPiece(text: string, documentLanguage: LanguageTag): LanguageTag {
  if (text.length < TELLING_LENGTH) return documentLanguage;
  const { language, confidence } = detectLanguage(text);
  return language !== 'und' && confidence >= 0.6 ? language : documentLanguage;
}
