import { Link } from '@tanstack/react-router';
import { type RefObject, useRef } from 'react';
import { keysOf } from '../keyboard/chosen-keys.ts';
import { command, groupTitle } from '../keyboard/commands.ts';
import { Keys } from '../keyboard/keys.tsx';
import { useActiveShortcuts } from '../keyboard/shortcuts.ts';
import { prefer, usePreferences } from '../preferences/store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox } from '../ui/field.tsx';
import { useWords } from '../words/words.tsx';
import { useNearProject } from './project-pages.ts';

/** The keys that do something now, read from the registry that their handlers are in. */
export function KeySheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords();
  // Its first control is at the end: a long list would open there.
  const list = useRef<HTMLDivElement>(null);
  const project = useNearProject();
  return (
    <Dialog
      title={words.keys.title}
      description={words.keys.description}
      open={open}
      onClose={onClose}
      initialFocus={list}
      wide
    >
      <KeyList list={list} />
      <SingleKeys />
      <p>
        <Link to="/settings" search={{ project }} onClick={onClose}>
          {words.keys.changeKeys}
        </Link>
      </p>
    </Dialog>
  );
}

function KeyList({ list }: { readonly list: RefObject<HTMLDivElement | null> }) {
  const words = useWords();
  const { chosenKeys } = usePreferences();
  const active = useActiveShortcuts().filter(({ shortcuts }) => shortcuts.length > 0);
  return (
    <div className="key-groups" ref={list} tabIndex={-1}>
      {active.map(({ group, shortcuts }, index) => (
        <section key={`${group}${index}`}>
          <h3>{groupTitle(group, words)}</h3>
          <dl className="key-list">
            {shortcuts.map(({ command: name, label }) => {
              const keys = keysOf(name, chosenKeys);
              return (
                keys !== undefined && (
                  <div key={name}>
                    <dt>{label ?? command(name).label(words)}</dt>
                    <dd>
                      <Keys keys={keys} />
                    </dd>
                  </div>
                )
              );
            })}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** A switch for everybody who speaks to the computer or holds keys by accident (WCAG 2.1.4). */
export function SingleKeys() {
  const words = useWords();
  const { singleKeys } = usePreferences();
  return (
    <Checkbox
      label={words.keys.singleKeys}
      checked={singleKeys}
      onChange={(event) => prefer({ singleKeys: event.target.checked })}
    />
  );
}
