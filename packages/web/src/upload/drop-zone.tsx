import { type DragEvent, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import { chosenFiles, type DroppedFile, droppedFiles } from './dropped-files.ts';
import './upload-panel.css';

/** A place to let files and folders go, with buttons that do the same. */
export function DropZone({
  onFiles,
  onPaste,
}: {
  readonly onFiles: (files: Promise<readonly DroppedFile[]>) => void;
  readonly onPaste: () => void;
}) {
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
        <Button onClick={onPaste}>{words.drop.paste}</Button>
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
