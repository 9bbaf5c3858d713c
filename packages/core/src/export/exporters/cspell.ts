import type { Concept, Glossary } from '../../domain/index.ts';
import type { Exporter } from '../exporter.ts';
import { ownForms, pluralOf } from '../name-forms.ts';
import { ruleFile, yamlText } from '../tool-file.ts';
import type { ToolWords } from '../tool-words.ts';
import { isUnwelcome, type UnwelcomeForm } from '../unwelcome-names.ts';

/**
 * A configuration for cspell, to be imported by that of a project: the words of all names, and those that are not to
 * be used, with what to write instead. A word list would know words, but not what to say instead of one.
 *
 * It looks at single words of letters, and at no Japanese at all.
 */
export const cspell: Exporter = {
  name: 'cspell',
  fileExtension: '.cspell.yml',
  mediaType: 'application/yaml',
  isPartial: true,
  *write(glossary, options) {
    const { head, names, words } = ruleFile(glossary, { sign: '#', options });
    const exact = knownWords(glossary);
    const known: Known = { exact, anyCase: new Map([...exact].map(([word, name]) => [word.toLowerCase(), name])) };
    const whyNot = (form: UnwelcomeForm) => hindrance(form, known, words);
    yield head;
    for (const { text, forms } of names) {
      const why = forms.slice(0, 1).map(whyNot)[0];
      if (why !== undefined) yield `# ${words.left(text, why)}\n`;
    }
    yield `words:${exact.size === 0 ? ' []' : ''}\n`;
    for (const word of exact.keys()) yield `  - ${yamlText(word)}\n`;
    const flagged = names.map(({ forms }) => forms.filter((form) => whyNot(form) === undefined));
    yield `flagWords:${flagged.flat().length === 0 ? ' []' : ''}\n`;
    for (const forms of flagged) yield forms.map(flagOf).join('');
  },
};

/** Words of names that may be used, by how they are written and in small letters, each with a name that it is in. */
interface Known {
  readonly exact: ReadonlyMap<string, string>;
  readonly anyCase: ReadonlyMap<string, string>;
}

/** Words of letters, as cspell parts a text into them. */
const WORDS = /\p{L}\p{M}*(?:['’]?\p{L}\p{M}*)*/gu;
const UNREAD = /[\p{sc=Hiragana}\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}\u30a0-\u30ff]/u;

/** The words of names that may be used, each with the first name that it stands in. */
function knownWords(glossary: Glossary): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const name of glossary.concepts.flatMap(welcomeNames)) {
    for (const [word] of name.matchAll(WORDS)) {
      if (word.length > 1 && !UNREAD.test(word) && !known.has(word)) known.set(word, name);
    }
  }
  return known;
}

/** With plurals, of which a dictionary of common words knows none for names. */
function welcomeNames({ designations, language }: Concept): readonly string[] {
  const welcome = designations.filter((one) => !isUnwelcome(one));
  return welcome.flatMap((one) => {
    const forms = ownForms(one);
    return one.matching?.isUninflected === true
      ? forms
      : [...forms, ...forms.slice(0, 1).map((form) => pluralOf(form, language))];
  });
}

/** Why a form cannot be flagged. */
function hindrance(
  { text, isCaseSensitive }: UnwelcomeForm,
  { exact, anyCase }: Known,
  { reasons }: ToolWords,
): string | undefined {
  if (text.match(WORDS)?.[0] !== text || text.length === 1 || UNREAD.test(text)) return reasons.severalWords;
  if (isCaseSensitive && text === text.toLowerCase()) return reasons.capitals;
  const name = isCaseSensitive ? exact.get(text) : anyCase.get(text.toLowerCase());
  return name === undefined ? undefined : reasons.withinName(name);
}

/** Small letters stand for any; what follows the arrow is parted by commas. */
function flagOf({ text, instead, isCaseSensitive }: UnwelcomeForm): string {
  const word = isCaseSensitive ? text : text.toLowerCase();
  return `  - ${yamlText(/[,:]|->/u.test(instead) ? word : `${word}->${instead}`)}\n`;
}
