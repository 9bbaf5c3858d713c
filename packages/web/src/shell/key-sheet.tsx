import { Fragment } from 'react';
import { useActiveShortcuts } from '../keyboard/shortcuts.ts';
import { prefer, usePreferences } from '../preferences/store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox } from '../ui/field.tsx';
import { useWords } from '../words/words.tsx';

/** The keys that do something now, read from the registry that their handlers are in. */
export function KeySheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog title={words.keys.title} description={words.keys.description} open={open} onClose={onClose} wide>
      <KeyList />
      <SingleKeys />
    </Dialog>
  );
}

function KeyList() {
  const groups = useActiveShortcuts();
  return (
    <div className="key-groups">
      {groups.map(({ name, shortcuts }, index) => (
        <section key={`${name}${index}`}>
          <h3>{name}</h3>
          <dl className="key-list">
            {shortcuts.map(({ keys, label }) => (
              <div key={keys}>
                <dt>{label}</dt>
                <dd>
                  <Keys keys={keys} />
                </dd>
              </div>
            ))}
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

const shown: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  mod: navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl',
  shift: 'Shift',
};

export function Keys({ keys }: { readonly keys: string }) {
  return keys.split(' ').map((press, at) => (
    <Fragment key={at}>
      {at > 0 && ' '}
      {press.split(/\+(?=.)/u).map((key, part) => (
        <kbd key={part}>{shown[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>
      ))}
    </Fragment>
  ));
}
