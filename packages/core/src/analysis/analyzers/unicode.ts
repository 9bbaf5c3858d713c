import type { LanguageTag, PartOfSpeech, Token } from '../../domain/index.ts';
import { packageVersion } from '../../runtime/package-version.ts';
import { foldText } from '../../text/normal-form.ts';
import type { AnalysedSentence, Analyzer, AnalyzerDefinition } from '../analyzer.ts';
import { divideSpaceless } from '../divide-spaceless.ts';
import { scanWords, type ScannedWord } from '../scan-words.ts';
import { joinAbbreviations, splitSentences, type Abbreviations } from '../split-sentences.ts';
import { tagByKind } from './tag-by-kind.ts';

/** The words that ICU's dictionaries know differ between its versions. */
const version = `3+icu${process.versions['icu'] ?? ''}+${packageVersion('stopwords-iso')}`;
const loaded = new Map<LanguageTag, Promise<Analyzer>>();

/** Any language: words and sentences by the rules of Unicode, stop words; content words are taken for nouns. */
export const unicode: AnalyzerDefinition = {
  name: 'unicode',
  version,
  languages: ['*'],
  load: (language) => {
    let analyzer = loaded.get(language);
    if (analyzer === undefined) {
      analyzer = loadUnicodeAnalyzer(language);
      loaded.set(language, analyzer);
    }
    return analyzer;
  },
};

async function loadUnicodeAnalyzer(language: LanguageTag): Promise<Analyzer> {
  const functionWords = await loadStopWords(language);
  return {
    name: 'unicode',
    version,
    languages: ['*'],
    analyse: (text) => {
      const words = divideSpaceless(text, joinAbbreviations(text, scanWords(text), ABBREVIATIONS));
      return splitSentences(text, words, ABBREVIATIONS).map(({ first, last }): AnalysedSentence => {
        const span = words.slice(first, last);
        return {
          start: (span[0] as ScannedWord).start,
          end: (span.at(-1) as ScannedWord).end,
          tokens: span.map((word): Token => {
            const lemma = foldText(text.slice(word.start, word.end));
            return { start: word.start, end: word.end, partOfSpeech: tagOf(word, lemma, functionWords), lemma };
          }),
        };
      });
    },
  };
}

/** The stop words of a language; none where nobody made a list. */
export async function loadStopWords(language: LanguageTag): Promise<ReadonlySet<string>> {
  const { default: lists } = await import('stopwords-iso', { with: { type: 'json' } });
  const byLanguage: Readonly<Record<string, readonly string[]>> = lists;
  return new Set(Object.hasOwn(byLanguage, language) ? byLanguage[language] : []);
}

const ABBREVIATIONS: Abbreviations = { inner: new Set(), either: new Set(['etc']) };

/** The part of speech of a word of which only its kind and the language's stop words are known. */
export function tagOf({ kind }: ScannedWord, lemma: string, functionWords: ReadonlySet<string>): PartOfSpeech {
  if (kind !== 'word') return tagByKind(kind);
  return functionWords.has(lemma) ? 'X' : 'NOUN';
}
