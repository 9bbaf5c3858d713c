import type { ProjectId } from '@genglossary/core/domain';
import { useEffect, useRef, useState } from 'react';
import { useDocuments } from '../data/queries.ts';
import { Button } from '../ui/button.tsx';
import { Progress } from '../ui/progress.tsx';
import { notify } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';
import { useDropAnywhere } from './drop-anywhere.ts';
import { DropZone } from './drop-zone.tsx';
import type { DroppedFile } from './dropped-files.ts';
import { PasteText } from './paste-text.tsx';
import { type PlannedFile, planUpload } from './plan-upload.ts';
import { PlanList } from './plan-list.tsx';
import { type UploadState, useUploads, useUploadState } from './uploads.tsx';
import { takeWaiting } from './waiting-files.ts';
import './upload-panel.css';

/**
 * Where documents come in: drop or choose, look at what will happen, send. `onSent` is called when everything was
 * answered.
 */
export function UploadPanel({
  project,
  onSent,
  sendLabel,
}: {
  readonly project: ProjectId;
  readonly onSent: (state: UploadState) => void;
  readonly sendLabel: (added: number, updated: number) => string;
}) {
  const words = useWords();
  const uploads = useUploads();
  const state = useUploadState(project);
  const documents = useDocuments(project);
  const [plan, setPlan] = useState<readonly PlannedFile[]>();
  const [isPasting, setIsPasting] = useState(false);
  const [looking, setLooking] = useState<number>();

  const look = async (files: Promise<readonly DroppedFile[]>) => {
    setLooking(0);
    const known = new Map((documents.data ?? []).map(({ name, contentHash }) => [name, contentHash]));
    try {
      setPlan(await planUpload(await files, { known, onLooked: setLooking }));
    } catch {
      notify({ message: words.shell.failed, detail: words.drop.unreadable, tone: 'bad' });
    } finally {
      setLooking(undefined);
    }
  };
  const latestLook = useRef(look);
  useEffect(() => {
    latestLook.current = look;
  });
  useEffect(() => {
    const files = takeWaiting(project);
    if (files !== undefined) void latestLook.current(files);
  }, [project]);
  const isOver = useDropAnywhere(({ files }) => {
    if (!state.isSending) void look(files);
  });
  const send = async (sending: Promise<UploadState>) => {
    setPlan(undefined);
    const sent = await sending;
    if (sent.failed.length === 0) onSent(sent);
  };

  if (looking !== undefined) {
    return (
      <div className="drop" role="status">
        {words.drop.reading(looking)}
      </div>
    );
  }
  if (state.isSending) {
    const done = state.added + state.updated + state.unchanged + state.refused.length + state.failed.length;
    return (
      <div className="drop drop-sending">
        <p className="numbers" role="status">
          {words.drop.sending(done, state.total)}
        </p>
        <Progress label={words.drop.sending(done, state.total)} done={done} total={state.total} />
        <Button onClick={() => uploads.stop(project)}>{words.drop.stop}</Button>
      </div>
    );
  }
  if (plan !== undefined) {
    const sendable = plan.flatMap((one) =>
      one.verdict === 'add' || one.verdict === 'update' ? [{ name: one.path, content: one.content }] : [],
    );
    const updates = plan.filter(({ verdict }) => verdict === 'update').length;
    return (
      <div className="stack">
        <PlanList plan={plan} />
        <div className="row">
          {sendable.length === 0 ? (
            <p>{words.drop.nothingToSend}</p>
          ) : (
            <Button kind="primary" onClick={() => void send(uploads.send(project, sendable))}>
              {sendLabel(sendable.length - updates, updates)}
            </Button>
          )}
          <Button onClick={() => setPlan(undefined)}>{words.drop.startOver}</Button>
        </div>
      </div>
    );
  }
  if (isPasting) {
    return (
      <PasteText
        onClose={() => setIsPasting(false)}
        onFile={(file) => {
          setIsPasting(false);
          void look(Promise.resolve([file]));
        }}
      />
    );
  }
  return (
    <div className="stack">
      <DropZone isOver={isOver} onFiles={(files) => void look(files)} onPaste={() => setIsPasting(true)} />
      {state.failed.length > 0 && (
        <div className="row">
          <Button onClick={() => void send(uploads.retry(project))}>
            {words.drop.retryFailed(state.failed.length)}
          </Button>
        </div>
      )}
    </div>
  );
}
