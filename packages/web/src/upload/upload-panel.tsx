import type { ProjectId } from '@genglossary/core/domain';
import { type DragEvent, useRef, useState } from 'react';
import { useDocuments } from '../data/queries.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Progress } from '../ui/progress.tsx';
import { useWords } from '../words/words.tsx';
import { chosenFiles, type DroppedFile, droppedFiles } from './dropped-files.ts';
import { type PlannedFile, planUpload } from './plan-upload.ts';
import { PlanList } from './plan-list.tsx';
import { type UploadState, useUploads, useUploadState } from './uploads.tsx';
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
  readonly sendLabel: (count: number) => string;
}) {
  const words = useWords();
  const uploads = useUploads();
  const state = useUploadState(project);
  const documents = useDocuments(project);
  const [plan, setPlan] = useState<readonly PlannedFile[]>();
  const [looking, setLooking] = useState<number>();

  const look = async (files: Promise<readonly DroppedFile[]>) => {
    setLooking(0);
    const known = new Map((documents.data ?? []).map(({ name, contentHash }) => [name, contentHash]));
    const found = await files;
    setPlan(await planUpload(found, { known, onLooked: setLooking }));
    setLooking(undefined);
  };
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
    return (
      <div className="stack">
        <PlanList plan={plan} />
        <div className="row">
          {sendable.length === 0 ? (
            <p>{words.drop.nothingToSend}</p>
          ) : (
            <Button kind="primary" onClick={() => void send(uploads.send(project, sendable))}>
              {sendLabel(sendable.length)}
            </Button>
          )}
          <Button onClick={() => setPlan(undefined)}>{words.drop.startOver}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stack">
      <DropZone onFiles={(files) => void look(files)} />
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

function DropZone({ onFiles }: { readonly onFiles: (files: Promise<readonly DroppedFile[]>) => void }) {
  const words = useWords();
  const [isOver, setIsOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setIsOver(over);
  };
  const choose = (input: HTMLInputElement) => {
    const chosen = chosenFiles(input.files);
    input.value = '';
    if (chosen.length > 0) onFiles(Promise.resolve(chosen));
  };
  return (
    // Dropping has the two buttons inside as its other way (WCAG 2.5.7).
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={`drop ${isOver ? 'drop-over' : ''}`}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onFiles(droppedFiles(event.dataTransfer.items));
      }}
    >
      <Icon name="folder" />
      <p className="drop-prompt">{isOver ? words.drop.over : words.drop.prompt}</p>
      <p className="muted">{words.drop.types}</p>
      <div className="row">
        <Button kind="primary" onClick={() => folder.current?.click()}>
          {words.drop.chooseFolder}
        </Button>
        <Button onClick={() => files.current?.click()}>{words.drop.chooseFiles}</Button>
      </div>
      <input
        ref={folder}
        type="file"
        hidden
        {...{ webkitdirectory: '' }}
        aria-label={words.drop.chooseFolder}
        onChange={(event) => choose(event.currentTarget)}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        aria-label={words.drop.chooseFiles}
        onChange={(event) => choose(event.currentTarget)}
      />
    </div>
  );
}
