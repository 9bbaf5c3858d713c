/** Where in a document the reader is: offsets of the passage that is shown. */
export interface DocumentSearch {
  readonly at?: number | undefined;
  readonly to?: number | undefined;
}

export function documentSearch(search: Readonly<Record<string, unknown>>): DocumentSearch {
  const offset = (name: string) => {
    const value = Number(search[name]);
    return search[name] !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  };
  return { at: offset('at'), to: offset('to') };
}

/** The passage as one word; none for none. */
export function passageName({ at, to }: DocumentSearch): string {
  return at === undefined ? '' : `${at}-${to ?? at}`;
}

export function passageNamed(name: string): DocumentSearch {
  const [at = '', to] = name.split('-');
  return at === '' ? {} : documentSearch({ at, to });
}
