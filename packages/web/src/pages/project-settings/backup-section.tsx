import type { ProjectId } from '@genglossary/core/domain';
import { useState } from 'react';
import { useApi } from '../../data/api.ts';
import { describeError } from '../../data/describe-error.ts';
import { useProject } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** The whole project as one file, to keep or to move. */
export function BackupSection({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const api = useApi();
  const { data } = useProject(project);
  const [isBusy, setIsBusy] = useState(false);
  const download = async () => {
    setIsBusy(true);
    try {
      const content = await api.projects.backup(project);
      saveFile(`${data?.name ?? 'project'}.genglossary`, { mediaType: 'application/gzip', content });
    } catch (error) {
      notify({ message: words.shell.failed, detail: describeError(error, words).message, tone: 'bad' });
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <section className="settings-section" aria-labelledby="backup">
      <h2 id="backup">{words.home.backup}</h2>
      <div className="stack">
        <p className="muted">{words.home.backupDetail}</p>
        <div>
          <Button busy={isBusy} onClick={() => void download()}>
            {words.home.backupAction}
          </Button>
        </div>
      </div>
    </section>
  );
}
