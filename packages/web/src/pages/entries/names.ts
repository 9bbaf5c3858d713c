import type { Designation, DesignationStatus } from '@genglossary/core/domain';

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
    return names.map((name) => (name === changed ? { ...name, status } : name));
  }
  const others = names.filter((name) => name !== changed && name !== preferred);
  return [
    { ...changed, status, form: 'full' },
    { ...preferred, status: 'admitted', form: preferred.form === 'full' ? 'synonym' : preferred.form },
    ...others,
  ];
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
