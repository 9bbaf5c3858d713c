import type { ConceptId, ProjectId } from '@genglossary/core/domain';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useAction } from '../../data/actions.ts';
import { TextArea } from '../../ui/field.tsx';
import { useWords } from '../../words/words.tsx';
import './note-field.css';

/** A pause after which what was typed is saved (milliseconds). */
const pauseMs = 500;

/**
 * A word to whoever writes the next definition of an entry. It is saved by itself: after a pause, when one leaves the
 * field, and when one goes on to another entry. To be used with the entry as its key, so that each keeps its own text.
 */
export function NoteField({
  project,
  id,
  note,
  field,
}: {
  readonly project: ProjectId;
  readonly id: ConceptId;
  readonly note: string | undefined;
  readonly field?: RefObject<HTMLTextAreaElement | null>;
}) {
  const words = useWords();
  const [text, setText] = useState(note ?? '');
  const [known, setKnown] = useState(note ?? '');
  if (note !== undefined && note !== known && text === known) {
    // Somebody else wrote it, and nothing is being written here.
    setText(note);
    setKnown(note);
  }
  const save = useAction(project, ['entry'], (api, words_: string) => api.entries.note(project, id, words_));
  const waiting = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = () => {
    clearTimeout(timer.current);
    if (waiting.current === undefined) return;
    save.mutate(waiting.current);
    setKnown(waiting.current);
    waiting.current = undefined;
  };
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  });
  useEffect(() => () => latest.current(), []);
  return (
    <TextArea
      {...(field === undefined ? {} : { ref: field })}
      label={words.entries.note}
      className="input input-area note-field"
      hint={text.trim() === '' ? undefined : words.entries.noteUsed}
      placeholder={words.entries.noteHint}
      value={text}
      rows={1}
      maxLength={4000}
      onChange={({ target: { value } }) => {
        setText(value);
        waiting.current = value;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => latest.current(), pauseMs);
      }}
      onBlur={flush}
    />
  );
}
