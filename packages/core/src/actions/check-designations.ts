import type { Designation, LanguageTag, NameMatching } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { normalForm } from '../text/normal-form.ts';

const MAX_NAMES = 100;
const MAX_LENGTH = 200;
const MAX_REASON = 500;
const MAX_FORMS = 20;
const UNREADABLE = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;
const statuses: readonly string[] = [
  'preferred',
  'admitted',
  'deprecated',
  'forbidden',
] satisfies Designation['status'][];
const forms: readonly string[] = ['full', 'abbreviation', 'variant', 'synonym'] satisfies Designation['form'][];
const boundaries: readonly string[] = ['whole', 'part'] satisfies NameMatching['boundary'][];
const kinds: readonly string[] = ['term', 'proper-name', 'symbol'] satisfies Designation['kind'][];

/** The names of an entry as they are kept: readable, each once, the preferred one first. @throws `entry/invalid` */
export function checkDesignations(designations: readonly Designation[], language: LanguageTag): readonly Designation[] {
  const [preferred, ...others] = designations.map(checkDesignation);
  if (preferred === undefined) throw invalid('an entry has at least one name');
  if (preferred.status !== 'preferred') throw invalid('the first name is the preferred one');
  if (others.some(({ status }) => status === 'preferred')) throw invalid('only one name is preferred');
  if (others.length >= MAX_NAMES) throw invalid(`an entry has at most ${MAX_NAMES} names`);
  const seen = new Set<string>();
  for (const { text } of [preferred, ...others]) {
    if (seen.has(text)) throw invalid(`${JSON.stringify(text)} stands twice`);
    seen.add(text);
  }
  if (normalForm(preferred.text, language) === '') throw invalid('a name has letters or digits');
  return [preferred, ...others];
}

function checkDesignation({ text, kind, status, form, reading, reason, matching }: Designation): Designation {
  const name = text.normalize('NFC').trim();
  const spoken = reading?.normalize('NFC').trim();
  for (const words of [name, spoken ?? '']) {
    if (words.length > MAX_LENGTH) throw invalid(`a name is at most ${MAX_LENGTH} characters long`);
    if (UNREADABLE.test(words)) throw invalid('a name has a character that cannot be seen');
  }
  if (name === '') throw invalid('a name is empty');
  if (!statuses.includes(status) || !forms.includes(form) || !kinds.includes(kind)) {
    throw invalid(`${JSON.stringify(name)} is of no known kind`);
  }
  return {
    text: name,
    kind,
    status,
    form,
    ...(spoken === undefined || spoken === '' ? {} : { reading: spoken }),
    ...checkReason(status, reason),
    ...checkMatching(name, matching),
  };
}

/** What is as usual is not kept, so that the same choice is the same name. @throws `entry/invalid` */
export function checkMatching(
  name: string,
  { isCaseSensitive, isUninflected, boundary, forms: given = [] }: NameMatching = {},
): Pick<Designation, 'matching'> {
  const further = [...new Set(given.map((form) => form.normalize('NFC').trim()))].filter(
    (form) => form !== '' && form !== name,
  );
  if (further.length > MAX_FORMS) throw invalid(`a name has at most ${MAX_FORMS} further forms`);
  for (const form of further) {
    if (form.length > MAX_LENGTH) throw invalid(`a form of a name is at most ${MAX_LENGTH} characters long`);
    if (UNREADABLE.test(form)) throw invalid('a form of a name has a character that cannot be seen');
  }
  if (boundary !== undefined && !boundaries.includes(boundary)) {
    throw invalid(`${JSON.stringify(name)} is looked for in no known way`);
  }
  const matching: NameMatching = {
    ...(isCaseSensitive === true ? { isCaseSensitive } : {}),
    ...(isUninflected === true ? { isUninflected } : {}),
    ...(boundary === undefined ? {} : { boundary }),
    ...(further.length === 0 ? {} : { forms: further }),
  };
  return Object.keys(matching).length === 0 ? {} : { matching };
}

/** A name that may be used needs no reason. */
function checkReason(status: Designation['status'], reason = ''): Pick<Designation, 'reason'> {
  const words = reason.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (words.length > MAX_REASON) throw invalid(`a reason is at most ${MAX_REASON} characters long`);
  if (UNREADABLE.test(words)) throw invalid('a reason has a character that cannot be seen');
  return words === '' || status === 'preferred' || status === 'admitted' ? {} : { reason: words };
}

export function invalid(problem: string): GlossaryError<'entry/invalid'> {
  return new GlossaryError('entry/invalid', `The entry cannot be kept: ${problem}.`, { details: { problem } });
}
