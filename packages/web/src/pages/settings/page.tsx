import {
  densities,
  languages,
  prefer,
  readingFaces,
  readingSizes,
  themes,
  usePreferences,
} from '../../preferences/store.ts';
import { SingleKeys } from '../../shell/key-sheet.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/words.tsx';
import { GlossarySettings } from '../../settings/glossary-settings-form.tsx';
import { ShortcutList } from './shortcut-list.tsx';

/** How this browser shows the app, and what the server works with. */
export function SettingsPage() {
  const words = useWords();
  const { theme, language, density, readingSize, readingFace } = usePreferences();
  return (
    <Page title={words.settings.title}>
      <section className="settings-section" aria-labelledby="appearance">
        <div>
          <h2 id="appearance">{words.settings.appearance}</h2>
          <p className="muted">{words.settings.appearanceDetail}</p>
        </div>
        <div className="stack">
          <Choice
            label={words.settings.theme}
            options={themes}
            names={words.settings.themes}
            value={theme}
            onChange={(next) => prefer({ theme: next })}
          />
          <Choice
            label={words.settings.language}
            options={languages}
            names={words.settings.languages}
            value={language}
            onChange={(next) => prefer({ language: next })}
          />
          <Choice
            label={words.settings.density}
            options={densities}
            names={words.settings.densities}
            value={density}
            onChange={(next) => prefer({ density: next })}
          />
          <Choice
            label={words.settings.readingSize}
            options={readingSizes}
            names={words.settings.readingSizes}
            value={readingSize}
            onChange={(next) => prefer({ readingSize: next })}
          />
          <Choice
            label={words.settings.readingFace}
            options={readingFaces}
            names={words.settings.readingFaces}
            value={readingFace}
            onChange={(next) => prefer({ readingFace: next })}
          />
        </div>
      </section>
      <section className="settings-section" aria-labelledby="keyboard">
        <div>
          <h2 id="keyboard">{words.settings.keyboard}</h2>
          <p className="muted">{words.keys.shortcutsDetail}</p>
        </div>
        <div className="stack">
          <SingleKeys />
          <details className="settings-more">
            <summary>{words.keys.changeKeys}</summary>
            <ShortcutList />
          </details>
        </div>
      </section>
      <GlossarySettings />
    </Page>
  );
}

function Choice<Name extends string>({
  label,
  options,
  names,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly Name[];
  readonly names: Readonly<Record<Name, string>>;
  readonly value: Name;
  readonly onChange: (name: Name) => void;
}) {
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value as Name)}>
      {options.map((name) => (
        <option key={name} value={name}>
          {names[name]}
        </option>
      ))}
    </SelectField>
  );
}
