import { useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { useWords } from '../words/words.tsx';
import type { DroppedFile } from './dropped-files.ts';
import { pastedFile } from './pasted-file.ts';

/** Text that is no file: written or pasted, it becomes a document of its title. */
export function PasteText({
  onFile,
  onClose,
}: {
  readonly onFile: (file: DroppedFile) => void;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') field.current?.focus();
        else onFile(pastedFile(title, text));
      }}
    >
      <TextArea
        ref={field}
        label={words.drop.pasteLabel}
        rows={10}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <TextField
        label={words.drop.pasteTitle}
        hint={words.drop.pasteTitleHint}
        value={title}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="row">
        <Button kind="primary" type="submit">
          {words.drop.pasteLook}
        </Button>
        <Button onClick={onClose}>{words.actions.cancel}</Button>
      </div>
    </form>
  );
}
