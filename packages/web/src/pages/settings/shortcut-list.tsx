import { type KeyboardEvent, useState } from 'react';
import { commandsOn, keysOf, prefixKey, whyNot, withKeys, withUsualKeys } from '../../keyboard/chosen-keys.ts';
import { command, type CommandName, commandNames, groupOf, groupTitle } from '../../keyboard/commands.ts';
import { Keys, keysText } from '../../keyboard/keys.tsx';
import { pressOf } from '../../keyboard/shortcuts.ts';
import { prefer, usePreferences } from '../../preferences/store.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import './shortcut-list.css';

/** Commands by group, in the order of the registry. */
const groups = [...new Set(commandNames.map(groupOf))].map((group) => ({
  group,
  names: commandNames.filter((name) => groupOf(name) === group),
}));

/** Every key of the app, on whatever page it does something; each can be another one. */
export function ShortcutList() {
  const words = useWords();
  const { chosenKeys } = usePreferences();
  return (
    <div className="stack">
      {groups.map(({ group, names }) => (
        <section key={group} aria-labelledby={`keys-${group}`}>
          <h3 id={`keys-${group}`} className="shortcut-group">
            {groupTitle(group, words)}
          </h3>
          <ul className="shortcuts">
            {names.map((name) => (
              <ShortcutLine key={name} name={name} />
            ))}
          </ul>
        </section>
      ))}
      {Object.keys(chosenKeys).length > 0 && (
        <Button
          className="shortcut-reset"
          onClick={() => {
            prefer({ chosenKeys: {} });
            notify({ message: words.keys.isReset });
          }}
        >
          {words.keys.resetAll}
        </Button>
      )}
    </div>
  );
}

/** What somebody pressed for a command that cannot be given to it at once. */
interface Refused {
  readonly keys: string;
  readonly why: 'kept' | 'typed' | 'taken';
}

function ShortcutLine({ name }: { readonly name: CommandName }) {
  const words = useWords();
  const { chosenKeys } = usePreferences();
  const [listens, setListens] = useState(false);
  const [prefix, setPrefix] = useState<string>();
  const [refused, setRefused] = useState<Refused>();
  const { label, isFixed, keys: usual } = command(name);
  const what = label(words);
  const keys = keysOf(name, chosenKeys);

  const stop = () => {
    setListens(false);
    setPrefix(undefined);
  };
  const give = (next: string) => {
    prefer({ chosenKeys: withKeys(chosenKeys, name, next) });
    setRefused(undefined);
    notify({ message: words.keys.changed(what, keysText(next)) });
  };
  const hear = (event: KeyboardEvent) => {
    if (!listens || event.nativeEvent.isComposing || event.keyCode === 229) return;
    const press = pressOf(event);
    if (press === undefined || event.altKey) return;
    // Whoever goes on by Tab leaves the key as it is.
    if (press === 'Tab' || press === 'shift+Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (press === 'Escape') {
      stop();
      return;
    }
    if (prefix === undefined && press === prefixKey) {
      setPrefix(press);
      return;
    }
    const next = prefix === undefined ? press : `${prefix} ${press}`;
    stop();
    const why = whyNot(name, next) ?? (commandsOn(next, name, chosenKeys).length > 0 ? 'taken' : undefined);
    if (why === undefined) give(next);
    else setRefused({ keys: next, why });
  };
  return (
    <li className="shortcut">
      <span className="shortcut-what">{what}</span>
      <span className="shortcut-keys">
        {keys === undefined ? <span className="muted">{words.keys.none}</span> : <Keys keys={keys} />}
      </span>
      {isFixed !== true && (
        <span className="row">
          <Button
            kind="quiet"
            size="small"
            aria-label={listens ? undefined : words.keys.changeOf(what)}
            aria-pressed={listens}
            onClick={() => {
              setRefused(undefined);
              setPrefix(undefined);
              setListens(!listens);
            }}
            onKeyDown={hear}
            onBlur={stop}
          >
            {listens ? (prefix === undefined ? words.keys.press : `${keysText(prefix)} …`) : words.keys.change}
          </Button>
          {keys !== usual && !listens && (
            <Button
              kind="quiet"
              size="small"
              aria-label={words.keys.resetOf(what)}
              onClick={() => {
                prefer({ chosenKeys: withUsualKeys(chosenKeys, name) });
                notify({ message: words.keys.changed(what, keysText(usual)) });
              }}
            >
              {words.keys.reset}
            </Button>
          )}
        </span>
      )}
      {listens && <p className="shortcut-note muted">{words.keys.pressHint}</p>}
      {refused !== undefined && (
        <div className="shortcut-note row" role="alert">
          <p>{whyRefused(refused)}</p>
          {refused.why === 'taken' && (
            <Button size="small" onClick={() => give(refused.keys)}>
              {words.keys.take}
            </Button>
          )}
        </div>
      )}
    </li>
  );

  function whyRefused({ keys: asked, why }: Refused): string {
    if (why === 'kept') return words.keys.kept(keysText(asked));
    if (why === 'typed') return words.keys.typed(keysText('mod'));
    const others = commandsOn(asked, name, chosenKeys).map((other) =>
      words.keys.commandOf(command(other).label(words), groupTitle(groupOf(other), words)),
    );
    return words.keys.taken(keysText(asked), words.list(others));
  }
}
