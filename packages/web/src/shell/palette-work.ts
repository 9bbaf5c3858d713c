import { projectId, type ProjectId, tellIssue } from '@genglossary/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '../data/api.ts';
import { questions } from '../data/questions.ts';
import { usePreferences } from '../preferences/store.ts';
import { tellWork } from '../runs/tell-work.ts';
import { useWords } from '../words/words.tsx';
import { item, type PaletteItem } from './palette-items.ts';
import { pageOf } from './project-pages.ts';

/** Issues and runs of a project, found by what they say; asked for as soon as anything is typed. */
export function usePaletteWork(project: ProjectId | undefined, isTyped: boolean): readonly PaletteItem[] {
  const words = useWords();
  const { language } = usePreferences();
  const api = useApi();
  const enabled = project !== undefined && isTyped;
  const issues = useQuery({ ...questions.issues(api, project ?? projectId('')), enabled }).data;
  const runs = useQuery({ ...questions.runs(api, project ?? projectId('')), enabled }).data;
  return useMemo(() => {
    if (project === undefined) return [];
    return [
      ...(issues ?? []).map((issue) => {
        const address = new URLSearchParams({
          issue: issue.id,
          ...(issue.state === 'open' ? {} : { state: issue.state }),
        });
        return item('issues', tellIssue(issue, language, issue), 'issues', `${pageOf(project, 'issues')}?${address}`);
      }),
      ...(runs ?? []).map(({ id, createdAt, status, counts, outcome }) => {
        const told = [words.date(createdAt), words.runs.status[status], tellWork(counts, outcome, words)];
        const name = told.filter((part) => part !== '').join(' · ');
        return item('runs', name, 'runs', `${pageOf(project, 'runs')}/${encodeURIComponent(id)}`);
      }),
    ];
  }, [project, issues, runs, language, words]);
}
