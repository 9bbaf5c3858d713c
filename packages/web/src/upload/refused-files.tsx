import type { ProjectId } from '@genglossary/core/domain';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words/words.tsx';
import { useUploads, useUploadState } from './uploads.tsx';

/** Every file that the last upload could not bring in, and why, until somebody has seen it. */
export function RefusedFiles({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const uploads = useUploads();
  const { refused, isSending } = useUploadState(project);
  if (isSending || refused.length === 0) return null;
  return (
    <section className="panel" role="status" aria-label={words.drop.refused(refused.length)}>
      <div className="spread">
        <h2>{words.drop.refused(refused.length)}</h2>
        <Button kind="quiet" size="small" onClick={() => uploads.clear(project)}>
          {words.drop.refusedSeen}
        </Button>
      </div>
      {/* A list that scrolls is reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className="plan-files" tabIndex={0}>
        {refused.map(({ name, reason, detail }, index) => (
          <li key={`${index}${name}`} className="plan-refused">
            <span className="plan-path">{name}</span>
            <span>{words.drop.refusedBecause(reason, detail)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
