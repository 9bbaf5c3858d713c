import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { type Language, usePreferences } from '../preferences/store.ts';
import { en, type Words } from './en.ts';

const WordsContext = createContext<Words>(en);

/** What the app says, in the language that this browser chose. */
export function useWords(): Words {
  return useContext(WordsContext);
}

/** The words of a language; Japanese is fetched only where it is read. */
export async function loadWords(language: Language): Promise<Words> {
  return language === 'ja' ? (await import('./ja.ts')).ja : en;
}

/** Hands down the words and changes them, without a reload, when another language is chosen. */
export function WordsProvider({ first, children }: { readonly first: Words; readonly children: ReactNode }) {
  const { language } = usePreferences();
  const [words, setWords] = useState(first);
  useEffect(() => {
    let isCurrent = true;
    void loadWords(language).then((loaded) => isCurrent && setWords(loaded));
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}
