import { isTerminal, type ProjectId } from '@genglossary/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../data/api.ts';
import { questions } from '../../data/questions.ts';
import { CameAndLeft } from '../../runs/came-and-left.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/words.tsx';
import './last-run-news.css';

/** What left the glossary with the last run, until somebody has seen it: a word that is gone is not found by looking. */
export function LastRunNews({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const { data: runs } = useQuery(questions.runs(useApi(), project));
  const key = `genglossary.seen-run.${project}`;
  const [seen, setSeen] = useState(() => localStorage.getItem(key));
  const last = runs?.find(({ status }) => isTerminal(status));
  if (last?.outcome === undefined || last.outcome.removed === 0 || last.id === seen) return null;
  return (
    <aside className="last-run" aria-label={words.runs.cameAndLeft.title}>
      <CameAndLeft project={project} outcome={last.outcome} />
      <Button
        kind="quiet"
        size="small"
        aria-label={words.actions.close}
        icon={<Icon name="cross" />}
        onClick={() => {
          localStorage.setItem(key, last.id);
          setSeen(last.id);
        }}
      />
    </aside>
  );
}
