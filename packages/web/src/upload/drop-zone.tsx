import { useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import { chosenFiles, type DroppedFile } from './dropped-files.ts';
import './upload-panel.css';

/** Says that files and folders can be let go, with buttons that do the same (WCAG 2.5.7). */
export function DropZone({
  isOver,
  onFiles,
  onPaste,
}: {
  /** Files hang over the page: they can be let go anywhere on it. */
  readonly isOver: boolean;
  readonly onFiles: (files: Promise<readonly DroppedFile[]>) => void;
  readonly onPaste: () => void;
}) {
  const words = useWords();
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const choose = (input: HTMLInputElement) => {
    const chosen = chosenFiles(input.files);
    input.value = '';
    if (chosen.length > 0) onFiles(Promise.resolve(chosen));
  };
  return (
    <div className={`drop ${isOver ? 'drop-over' : ''}`}>
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
