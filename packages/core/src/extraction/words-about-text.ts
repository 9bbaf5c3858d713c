import type { LanguageTag } from '../domain/index.ts';

/** Words by which documents speak of themselves and lead their reader: they stand in every subject and name none of it. */
const WORDS: Readonly<Record<LanguageTag, readonly string[]>> = {
  de: ['beispiel', 'kapitel', 'abschnitt', 'seite', 'abbildung', 'anhang', 'hinweis', 'überblick', 'einleitung'],
  en: 'example info hint caution helpful todo reference section page chapter figure appendix note tip overview introduction summary tutorial guide step detail topic information way case documentation prerequisite question'.split(
    ' ',
  ),
  fr: ['exemple', 'chapitre', 'section', 'page', 'figure', 'annexe', 'remarque', 'introduction', 'étape', 'cas'],
  ja: [
    '例',
    '章',
    '節',
    'ページ',
    '図',
    '表',
    '注意',
    '概要',
    '手順',
    '詳細',
    'セクション',
    'チュートリアル',
    'ガイド',
    '場合',
    '方法',
    'ドキュメント',
    '前提条件',
    '目次',
    '付録',
    '質問',
  ],
  nl: ['voorbeeld', 'hoofdstuk', 'paragraaf', 'pagina', 'figuur', 'bijlage', 'opmerking', 'inleiding', 'stap', 'geval'],
};

const byLanguage = new Map(Object.entries(WORDS).map(([language, words]) => [language, new Set(words)]));

/** Whether a candidate (by its key) is such a word alone. */
export function isAboutText(key: string, language: LanguageTag): boolean {
  // Japanese documents mark their asides in English: "TIP", "NOTE".
  return byLanguage.get(language)?.has(key) === true || (language === 'ja' && byLanguage.get('en')?.has(key) === true);
}
