import { type ImportField, importFields, languageOfTag } from '@genglossary/core';
import { InvalidArgumentError } from 'commander';

/** Names with commas between them; the option may be repeated. */
export function list(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').map((one) => one.trim())];
}

/** One value each time the option is given. */
export function onePerOption(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

export function portNumber(value: string): number {
  const port = Number(value);
  if (/^\d+$/u.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError('It takes a number from 0 to 65535.');
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new InvalidArgumentError('It takes a whole number from 1.');
  }
  return value;
}

/** A share of one. */
export function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('It takes a number from 0 to 1.');
}

export function namesOf<Name extends string>(text: string, known: readonly Name[]): readonly Name[] {
  return text.split(',').map((one) => {
    const found = known.find((name) => name === one.trim());
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`It takes some of ${known.join(', ')}.`);
  });
}

/** `Meaning=definition`; `Remarks=` leaves a column out. */
export function columnOf(
  text: string,
  before: Readonly<Record<string, ImportField | null>> = {},
): Readonly<Record<string, ImportField | null>> {
  const at = text.lastIndexOf('=');
  const [header, name] = [text.slice(0, at), text.slice(at + 1)];
  const field = importFields.find((one) => one === name) ?? null;
  if (at < 1 || (name !== '' && field === null)) {
    throw new InvalidArgumentError(`It is HEADER=FIELD, with one of ${importFields.join(', ')}.`);
  }
  return { ...before, [header]: field };
}

export function languageTag(text: string): string {
  const language = languageOfTag(text);
  if (language !== undefined) return language;
  throw new InvalidArgumentError('It takes the tag of a language, such as en, ja or pt-BR.');
}
