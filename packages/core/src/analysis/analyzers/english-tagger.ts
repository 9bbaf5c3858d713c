import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import adjectives from 'wink-eng-lite-web-model/dist/wn-adjective-exceptions.js';
import nouns from 'wink-eng-lite-web-model/dist/wn-noun-exceptions.js';
import verbs from 'wink-eng-lite-web-model/dist/wn-verb-exceptions.js';
import type { PartOfSpeech } from '../../domain/index.ts';
import { createEnglishLemmatizer } from './english-lemmas.ts';

export interface EnglishTagger {
  /** The part of speech of each word, in the light of its neighbours. Words hold no white space. */
  tag(words: readonly string[]): PartOfSpeech[];
  /** The dictionary form of a word as it is written. */
  lemma(word: string, partOfSpeech: PartOfSpeech): string;
}

/**
 * Part-of-speech tagging by wink-nlp. Of its stages only the tagger runs: its tokenizer treats a word differently once it
 * has seen it in an earlier text (so results would depend on the order of documents) and so does its lemmatizer; we hand
 * it words that it does not split and look lemmas up in the lexicon as it was before the first text.
 */
export function loadEnglishTagger(): EnglishTagger {
  let lexemes: readonly string[] = [];
  const core = model.core as () => { readonly features: { readonly lexeme: { readonly list: readonly string[] } } };
  const nlp = winkNLP(
    {
      ...model,
      core: () => {
        const loaded = core();
        lexemes = loaded.features.lexeme.list;
        return loaded;
      },
    },
    ['pos'],
  );
  const lemma = createEnglishLemmatizer(new Set(lexemes), { nouns, verbs, adjectives });
  return {
    lemma,
    tag: (words) => {
      const tokens = nlp.readDoc(words.join(' ')).tokens();
      // The library's types know neither what `out` returns for a measure nor that its measures are plain functions.
      // oxlint-disable-next-line typescript/unbound-method
      const { value, pos } = nlp.its;
      const values: readonly string[] = tokens.out(value);
      const tags: readonly PartOfSpeech[] = tokens.out(pos) as unknown as PartOfSpeech[];
      let next = 0;
      return words.map((word) => {
        // wink splits a few words (`cannot`): the first piece speaks for the word.
        const tag = tags[next] as PartOfSpeech;
        for (let left = word.length; left > 0 && next < values.length; next += 1)
          left -= (values[next] as string).length;
        return tag;
      });
    },
  };
}
