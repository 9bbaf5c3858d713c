import { isGenGlossaryError } from '@genglossary/client';
import type { ProjectId } from '@genglossary/core/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { type Api, useApi } from '../../data/api.ts';
import { describeError } from '../../data/describe-error.ts';
import { notify } from '../../ui/toast.tsx';
import type { Dropped } from '../../upload/drop-anywhere.ts';
import { DropVeil } from '../../upload/drop-veil.tsx';
import { keepWaiting } from '../../upload/waiting-files.ts';
import { useWords } from '../../words/words.tsx';

/** What is dropped among the projects becomes a new one of its name; its documents are looked at there before they are sent. */
export function DroppedProject() {
  const words = useWords();
  const [api, queries, navigate] = [useApi(), useQueryClient(), useNavigate()];
  const isBusy = useRef(false);
  const create = async ({ files, name }: Dropped) => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      const id = await createNamed(api, name.trim() === '' ? words.create.namePlaceholder : name.trim().slice(0, 190));
      keepWaiting(id, files);
      await queries.invalidateQueries({ queryKey: ['projects'] });
      await navigate({ to: '/p/$projectId/documents', params: { projectId: id } });
    } catch (error) {
      notify({ message: words.shell.failed, detail: describeError(error, words).message, tone: 'bad' });
    } finally {
      isBusy.current = false;
    }
  };
  return <DropVeil says={words.home.dropHere} onDrop={(dropped) => void create(dropped)} />;
}

/** By that name, or with a number behind it where the name is taken. */
async function createNamed(api: Api, name: string): Promise<ProjectId> {
  for (let copy = 1; ; copy += 1) {
    try {
      return (await api.projects.create({ name: copy === 1 ? name : `${name} (${copy})` })).id;
    } catch (error) {
      if (!isGenGlossaryError(error, 'project/name-taken')) throw error;
    }
  }
}
