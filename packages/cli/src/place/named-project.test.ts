import { GlossaryError } from '@genglossary/core';
import { projectId, tellError } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import { namedProject } from './named-project.ts';

const place = (...names: readonly string[]) => ({
  projects: () => Promise.resolve(names.map((name) => ({ id: projectId(name), name }))),
});

async function refusal(asked: Promise<unknown>): Promise<GlossaryError> {
  const error: unknown = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!GlossaryError.is(error)) throw new Error('It was not refused.', { cause: error });
  return error;
}

describe('the glossary that a command is about', () => {
  it('is the one of that name, or the only one', async () => {
    expect((await namedProject(place('pier', 'quay'), 'quay')).name).toBe('quay');
    expect((await namedProject(place('pier'), undefined)).name).toBe('pier');
  });

  it('is named where there are several', async () => {
    const error = await refusal(namedProject(place('pier', 'quay'), undefined));
    expect([error.code, error.message]).toEqual([
      'config/invalid',
      'There are several glossaries: name one with --project (pier, quay).',
    ]);
    expect(tellError(error, 'ja')).toBe(
      '指定に誤りがあります: 用語集が複数あります。--project で一つ指定してください（pier, quay）',
    );
  });

  it('is one of those that there are, where the name is of none of them', async () => {
    const error = await refusal(namedProject(place('pier', 'quay'), 'dock'));
    expect([error.code, error.message]).toEqual(['config/invalid', 'There is no glossary “dock” here: pier, quay.']);
    expect(tellError(error, 'ja')).toBe(
      '指定に誤りがあります: 「dock」という用語集はここにはありません（あるのは pier, quay）',
    );
  });

  it('is yet to be made where there is none at all', async () => {
    for (const nothing of [undefined, place()]) {
      expect((await refusal(namedProject(nothing, undefined))).code).toBe('glossary/none');
      expect((await refusal(namedProject(nothing, 'dock'))).code).toBe('glossary/none');
    }
  });
});
