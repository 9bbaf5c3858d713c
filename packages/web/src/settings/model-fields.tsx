import type { ConnectionReport, LanguageModelProvider } from '@genglossary/client';
import { isAnsweredElsewhere } from '@genglossary/core/domain';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useApi } from '../data/api.ts';
import { describeError } from '../data/describe-error.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { useWords } from '../words/words.tsx';
import { type Draft, modelOf } from './draft.ts';
import { KeyField } from './key-field.tsx';

interface ModelFieldsProps {
  readonly providers: readonly LanguageModelProvider[];
  readonly draft: Draft;
  readonly onChange: (next: Partial<Draft>) => void;
  /** What holds where this form leaves the question open; nothing for the server itself. */
  readonly inherited: string | undefined;
}

/** Who writes and reviews: the built-in engine or a language model; where text goes; whether the model answers. */
export function ModelFields({ providers, draft, onChange, inherited }: ModelFieldsProps) {
  const words = useWords();
  const provider = providers.find(({ name }) => name === draft.worker);
  return (
    <div className="stack">
      <SelectField
        label={words.settings.provider}
        value={draft.worker}
        onChange={(event) => onChange({ worker: event.target.value as Draft['worker'], baseUrl: '' })}
      >
        {inherited === undefined ? (
          <option value="">{words.settings.builtIn}</option>
        ) : (
          <>
            <option value="">{words.settings.asServer(inherited)}</option>
            <option value="built-in">{words.settings.builtIn}</option>
          </>
        )}
        {providers.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </SelectField>
      {provider !== undefined && <Chosen provider={provider} draft={draft} onChange={onChange} />}
      {provider === undefined && (draft.worker === 'built-in' || inherited === undefined) && (
        <p className="muted">{words.settings.builtInDetail}</p>
      )}
    </div>
  );
}

/** The test holds for what was tested: a change takes its answer away. */
function Chosen({
  provider,
  draft,
  onChange,
}: Pick<ModelFieldsProps, 'draft' | 'onChange'> & { readonly provider: LanguageModelProvider }) {
  const words = useWords();
  const api = useApi();
  const [report, setReport] = useState<ConnectionReport>();
  const [problem, setProblem] = useState<string>();
  const [isTesting, setIsTesting] = useState(false);
  const asking = useRef<AbortController>(undefined);
  const change = (next: Partial<Draft>) => {
    asking.current?.abort();
    setReport(undefined);
    setProblem(undefined);
    onChange(next);
  };
  const model = modelOf(draft);
  const test = async () => {
    if (model === undefined) return;
    const stop = new AbortController();
    asking.current = stop;
    setIsTesting(true);
    try {
      const found = await api.models.test(model, { signal: stop.signal });
      if (!stop.signal.aborted) setReport(found);
    } catch (error) {
      if (!stop.signal.aborted) setProblem(describeError(error, words).message);
    } finally {
      setIsTesting(false);
    }
  };
  const field = (name: 'baseUrl' | 'model' | 'temperature' | 'lanes') => ({
    value: draft[name],
    autoComplete: 'off',
    onChange: (event: { readonly target: { readonly value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <>
      <TextField
        label={words.settings.address}
        placeholder={provider.defaultBaseUrl ?? 'http://127.0.0.1:8080/v1'}
        hint={sent(draft, provider, words)}
        {...field('baseUrl')}
      />
      <TextField label={words.settings.model} {...field('model')} />
      {/* Another provider has another key. */}
      <KeyField key={provider.name} provider={provider} />
      <div className="settings-numbers">
        <TextField
          label={words.settings.temperature}
          type="number"
          min={0}
          max={2}
          step={0.1}
          placeholder="0"
          {...field('temperature')}
        />
        <TextField label={words.settings.lanes} type="number" min={1} max={64} placeholder="4" {...field('lanes')} />
      </div>
      <div className="row">
        <Button busy={isTesting} disabled={model === undefined} onClick={() => void test()}>
          {words.settings.test}
        </Button>
      </div>
      <div role="status">
        {report !== undefined && <Report report={report} onChange={change} />}
        {problem !== undefined && <p className="field-error">{problem}</p>}
      </div>
    </>
  );
}

function Report({
  report,
  onChange,
}: {
  readonly report: ConnectionReport;
  readonly onChange: (next: Partial<Draft>) => void;
}): ReactNode {
  const words = useWords();
  if (report.ok) {
    return (
      <Chip tone="ok" icon="check">
        {words.settings.answers(words.number(Math.round(report.latencyMs)))}
      </Chip>
    );
  }
  const { message, code, healedBaseUrl, models = [] } = report;
  return (
    <div className="stack">
      <p className="field-error">
        {message} <code>{code}</code>
      </p>
      {healedBaseUrl !== undefined && (
        <Button onClick={() => onChange({ baseUrl: healedBaseUrl })}>{words.settings.heal(healedBaseUrl)}</Button>
      )}
      {models.length > 0 && (
        <ul className="row" aria-label={words.settings.model}>
          {models.map((name) => (
            <li key={name}>
              <Button size="small" onClick={() => onChange({ model: name })}>
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What goes where, in words. */
function sent(
  { worker, baseUrl, model }: Draft,
  { defaultBaseUrl, label }: LanguageModelProvider,
  words: ReturnType<typeof useWords>,
): string {
  const address = baseUrl.trim() || defaultBaseUrl || label;
  const isHere = /^https?:\/\/(?:127\.|localhost|\[::1\])/u.test(address) && !isAnsweredElsewhere(worker, model);
  return isHere ? words.settings.sentHere(address) : words.settings.sentTo(address);
}
