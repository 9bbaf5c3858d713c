import type { ExportFormat } from '@genglossary/client';
import { useWords } from '../../words/words.tsx';

/** What most people look for. Who needs another one knows the tool by its name, and what it is for is told when it is chosen. */
const explained: readonly ExportFormat[] = ['markdown', 'html', 'csv', 'json', 'tbx'];

interface FormatChoiceProps {
  /** All that the server writes. */
  readonly formats: readonly ExportFormat[];
  readonly chosen: ExportFormat;
  readonly onChoose: (format: ExportFormat) => void;
}

export function FormatChoice({ formats, chosen, onChoose }: FormatChoiceProps) {
  const words = useWords();
  const others = formats.filter((name) => !explained.includes(name));
  const choice = (name: ExportFormat) => (
    <label key={name} className="format">
      <input type="radio" name="format" value={name} checked={name === chosen} onChange={() => onChoose(name)} />
      <span>
        <strong>{words.exports.formats[name] ?? name}</strong>
        {(explained.includes(name) || name === chosen) && <span className="muted">{words.exports.uses[name]}</span>}
      </span>
    </label>
  );
  return (
    <fieldset className="formats">
      <legend>{words.exports.format}</legend>
      <div className="format-group">{formats.filter((name) => explained.includes(name)).map(choice)}</div>
      {others.length > 0 && (
        <>
          <h3 className="muted">{words.exports.otherTools}</h3>
          <div className="format-group">{others.map(choice)}</div>
        </>
      )}
    </fieldset>
  );
}
