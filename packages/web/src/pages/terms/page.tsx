import type { ProjectId } from '@genglossary/core/domain';
import { Loaded } from '../../data/loaded.tsx';
import { useProject, useTermCounts } from '../../data/queries.ts';
import { useStartRun } from '../../runs/use-start-run.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useWords } from '../../words/words.tsx';
import { AddTerm, ExcludeRule } from './add-terms.tsx';
import { Spellings } from './spellings.tsx';
import type { TermsSearch } from './terms-search.ts';
import { Workbench } from './workbench.tsx';
import './page.css';

/** Every word that was considered for the glossary, decided with one key each. */
export function TermsPage({ project, search }: { readonly project: ProjectId; readonly search: TermsSearch }) {
  const words = useWords();
  const counts = useTermCounts(project);
  const { kept = 0, cut = 0, required = 0, excluded = 0 } = counts.data ?? {};
  const total = counts.data === undefined ? undefined : kept + cut + required + excluded;
  const run = useStartRun(project);
  const { data } = useProject(project);
  return (
    <Page
      full
      title={words.terms.title}
      actions={
        <div className="row">
          <Spellings project={project} />
          <AddTerm project={project} />
          <ExcludeRule project={project} />
          {(data?.documents ?? 0) > 0 && (
            <Button busy={run.isBusy} onClick={() => void run.start()}>
              {words.terms.update}
            </Button>
          )}
        </div>
      }
    >
      {counts.data === undefined && counts.error !== null ? (
        <Loaded answer={counts}>{() => null}</Loaded>
      ) : total === 0 ? (
        <EmptyState title={words.terms.empty} detail={words.terms.emptyDetail} />
      ) : (
        <Workbench {...{ project, search, total }} />
      )}
    </Page>
  );
}
