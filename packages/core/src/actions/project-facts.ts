import type { LanguageTag, ProjectId } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { Stores } from '../storage/storage.ts';
import { languageOfTag } from '../text/language-tag.ts';
import { isSameName, validateProjectName } from './project-name.ts';

/** A name that nobody has but, perhaps, `own`. @throws `project/invalid-name` · `project/name-taken` */
export async function freeName(stores: Stores, name: string, own?: ProjectId): Promise<string> {
  const valid = validateProjectName(name);
  await refuseTaken(stores, valid, own);
  return valid;
}

/** @throws `project/name-taken` */
export async function refuseTaken({ projects }: Stores, name: string, own?: ProjectId): Promise<void> {
  const taken = (await projects.list()).find((project) => project.id !== own && isSameName(project.name, name));
  if (taken === undefined) return;
  throw new GlossaryError('project/name-taken', `There is a project ${JSON.stringify(taken.name)} already.`, {
    details: { name: taken.name },
  });
}

/** @throws `config/invalid` */
export function validLanguage(language: string): LanguageTag {
  const valid = languageOfTag(language);
  if (valid !== undefined) return valid;
  const problem = `${JSON.stringify(language.slice(0, 50))} is not a language tag`;
  throw new GlossaryError('config/invalid', `${problem}.`, { details: { problem } });
}

const MAX_SUBJECT = 500;

/** @throws `config/invalid` */
export function validSubject(subject: string): string {
  const valid = subject.normalize('NFC').trim();
  if (valid.length <= MAX_SUBJECT && valid.isWellFormed()) return valid;
  const problem = `a subject field is at most ${MAX_SUBJECT} characters of valid text`;
  throw new GlossaryError('config/invalid', `${problem}.`, { details: { problem } });
}
