import type { LanguageTag } from '../domain/index.ts';
import { createFence } from './fence.ts';

/** The languages that our instructions are written in. */
export type PromptLanguage = 'en' | 'ja';

/** Japanese is asked in Japanese; everything else in English, which names the language to answer in. */
export function promptLanguage(language: LanguageTag): PromptLanguage {
  return language === 'ja' ? 'ja' : 'en';
}

/** The name of a language in English, for an instruction. */
export function languageName(language: LanguageTag): string {
  if (language === 'und') return 'the language of the passages';
  let name = known.get(language);
  if (name === undefined) {
    name = (englishNames ??= new Intl.DisplayNames('en', { type: 'language' })).of(language) ?? language;
    known.set(language, name);
  }
  return name;
}

/** Made and asked once: each costs more than the rest of a prompt. */
let englishNames: Intl.DisplayNames | undefined;
const known = new Map<LanguageTag, string>();

/** One part of a prompt: a line of ours, then text of documents and people, each piece with its label. */
export interface PromptSection {
  readonly title: string;
  readonly data: readonly { readonly label: string; readonly text: string }[];
}

/** The changing part of a question: its mark, then the sections. Only fenced text comes from documents or people. */
export function composePrompt(sections: readonly PromptSection[]): string {
  const fence = createFence(sections.flatMap(({ data }) => data.map(({ text }) => text)));
  const lines = sections.flatMap(({ title, data }) => [
    '',
    title,
    ...data.map(({ label, text }) => fence.wrap(label, text)),
  ]);
  return [fence.rule, ...lines].join('\n');
}
