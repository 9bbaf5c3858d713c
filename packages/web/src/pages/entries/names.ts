import type { Designation, DesignationStatus } from '@genglossary/core/domain';
import type { EntrySummary } from '../../data/shapes.ts';
import { fold } from '../../search/fold.ts';

/** The names of an entry where one has another status; who becomes the preferred one goes first, and the former one beside it. */
export function withStatus(
  names: readonly Designation[],
  text: string,
  status: DesignationStatus,
): readonly Designation[] {
  const changed = names.find((name) => name.text === text);
  const [preferred] = names;
  if (changed === undefined || preferred === undefined || changed.status === status) return names;
  if (status !== 'preferred') {
    // One name always stands for the entry.
    if (changed === preferred) return names;
    return names.map((name) => (name === changed ? { ...withoutReason(name, status), status } : name));
  }
  const others = names.filter((name) => name !== changed && name !== preferred);
  return [
    { ...withoutReason(changed, status), status, form: 'full' },
    { ...preferred, status: 'admitted', form: preferred.form === 'full' ? 'synonym' : preferred.form },
    ...others,
  ];
}

/** Why a name is not to be used; none where there are no words. */
export function withReason(names: readonly Designation[], text: string, reason: string): readonly Designation[] {
  const words = reason.trim();
  const changed = names.find((name) => name.text === text);
  if (changed === undefined || (changed.reason ?? '') === words) return names;
  const { reason: _former, ...rest } = changed;
  return names.map((name) => (name === changed ? (words === '' ? rest : { ...rest, reason: words }) : name));
}

/** How a name is read, in hiragana, whichever kana it is written in; no reading where there are no words. */
export function withReading(names: readonly Designation[], text: string, reading: string): readonly Designation[] {
  const kana = fold(reading.trim());
  const changed = names.find((name) => name.text === text);
  if (changed === undefined || (changed.reading ?? '') === kana) return names;
  const { reading: _former, ...rest } = changed;
  return names.map((name) => (name === changed ? (kana === '' ? rest : { ...rest, reading: kana }) : name));
}

/** Whether a text can be a reading: kana, and the signs between words. What is empty takes the reading away. */
export function isReading(text: string): boolean {
  return /^[\p{sc=Hiragana}\p{sc=Katakana}ーｰﾞﾟ・･\s=＝-]*$/u.test(text.normalize('NFC').trim());
}

/** Whether people should be told why a name is not to be used. */
export function needsReason({ status }: Pick<Designation, 'status'>): boolean {
  return status === 'deprecated' || status === 'forbidden';
}

function withoutReason(name: Designation, status: DesignationStatus): Designation {
  if (needsReason({ status })) return name;
  const { reason: _reason, ...rest } = name;
  return rest;
}

/** With another name; one that is there already stays as it is. */
export function withName(names: readonly Designation[], text: string): readonly Designation[] {
  const name = text.normalize('NFC').trim();
  if (name === '' || names.some((one) => one.text === name)) return names;
  return [...names, { text: name, kind: names[0]?.kind ?? 'term', status: 'admitted', form: 'synonym' }];
}

/** Without a name; the preferred one stays. */
export function withoutName(names: readonly Designation[], text: string): readonly Designation[] {
  return names.filter((name, index) => index === 0 || name.text !== text);
}

type Named = Pick<EntrySummary, 'id' | 'term' | 'language'>;

/** Another entry of the same language that a name of this one is the term of: builds keep it apart until the two are merged. */
export function namesake<T extends Named>(
  text: string,
  { entry, entries }: { readonly entry: Pick<Named, 'id' | 'language'>; readonly entries: readonly T[] },
): T | undefined {
  const wanted = fold(text);
  return entries.find(
    ({ id, term, language }) => id !== entry.id && language === entry.language && fold(term) === wanted,
  );
}
