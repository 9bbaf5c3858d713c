import type { PartOfSpeech, Token } from '../../domain/index.ts';
import { packageVersion } from '../../runtime/package-version.ts';
import { foldText } from '../../text/normal-form.ts';
import type { AnalysedSentence, Analyzer, AnalyzerDefinition } from '../analyzer.ts';
import { scanWords, type ScannedWord } from '../scan-words.ts';
import { joinAbbreviations, splitSentences, type Abbreviations } from '../split-sentences.ts';
import { divideSpaceless } from '../divide-spaceless.ts';
import { type KoreanWord, splitKoreanWord } from './korean-particles.ts';
import { loadStopWords, tagOf } from './unicode.ts';

const version = `2+${packageVersion('stopwords-iso')}`;
let loaded: Promise<Analyzer> | undefined;

/** Korean: words by the rules of Unicode, particles cut off by rule, predicates known by their endings, stop words. */
export const korean: AnalyzerDefinition = {
  name: 'korean',
  version,
  languages: ['ko'],
  load: () => {
    loaded ??= loadStopWords('ko').then(createKoreanAnalyzer);
    return loaded;
  },
};

const ABBREVIATIONS: Abbreviations = { inner: new Set(), either: new Set(['etc']) };

function createKoreanAnalyzer(functionWords: ReadonlySet<string>): Analyzer {
  const tag = (word: ScannedWord, surface: string, { isPredicate }: { isPredicate: boolean }): PartOfSpeech =>
    isPredicate && !functionWords.has(surface) ? 'VERB' : tagOf(word, surface, functionWords);
  return {
    name: 'korean',
    version,
    languages: ['ko'],
    analyse: (text) => {
      const words = divideSpaceless(text, joinAbbreviations(text, scanWords(text), ABBREVIATIONS));
      return splitSentences(text, words, ABBREVIATIONS).map(({ first, last }): AnalysedSentence => {
        const span = words.slice(first, last);
        return {
          start: (span[0] as ScannedWord).start,
          end: (span.at(-1) as ScannedWord).end,
          tokens: span.flatMap((word): Token[] => {
            const { start, end } = word;
            const surface = text.slice(start, end);
            const { length, isPredicate } = splitWritten(surface);
            const stem: Token = {
              start,
              end: start + length,
              partOfSpeech: tag(word, foldText(surface), { isPredicate }),
              lemma: foldText(surface.slice(0, length)),
            };
            if (start + length === end) return [stem];
            const partOfSpeech: PartOfSpeech = isPredicate ? 'AUX' : 'ADP';
            const ending: Token = { start: start + length, end, partOfSpeech, lemma: foldText(surface.slice(length)) };
            return [isPredicate ? { ...stem, partOfSpeech: 'NOUN' } : stem, ending];
          }),
        };
      });
    },
  };
}

/** Syllables may be written as separate letters (NFD): the rules know them composed. */
function splitWritten(surface: string): KoreanWord {
  const composed = surface.normalize('NFC');
  const split = splitKoreanWord(composed);
  if (composed === surface) return split;
  const { length } = composed.slice(0, split.length).normalize('NFD');
  const isApart = surface === composed.normalize('NFD');
  return { ...split, length: isApart ? length : surface.length };
}
