import type { ConnectionReport, LanguageModelProvider } from '@genglossary/client';
import { useRef, useState } from 'react';
import { useApi } from '../../data/api.ts';
import { describeError } from '../../data/describe-error.ts';
import { Loaded } from '../../data/loaded.tsx';
import { useProviders } from '../../data/queries.ts';
import { type ChosenModel, prefer, type ProviderName, usePreferences } from '../../preferences/store.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useWords } from '../../words/words.tsx';

/** Who writes and reviews: the built-in engine, or a language model that was seen to answer. */
export function ModelSection() {
  const words = useWords();
  const providers = useProviders();
  return (
    <section className="settings-section" aria-labelledby="models">
      <div>
        <h2 id="models">{words.settings.models}</h2>
        <p className="muted">{words.settings.modelsDetail}</p>
      </div>
      <Loaded answer={providers}>{(list) => <ModelForm providers={list} />}</Loaded>
    </section>
  );
}

type Draft = { readonly provider: ProviderName | ''; readonly baseUrl: string; readonly model: string };

function ModelForm({ providers }: { readonly providers: readonly LanguageModelProvider[] }) {
  const words = useWords();
  const api = useApi();
  const { model: chosen } = usePreferences();
  const [draft, setDraft] = useState<Draft>(draftOf(chosen));
  const [report, setReport] = useState<ConnectionReport>();
  const [problem, setProblem] = useState<string>();
  const asking = useRef<AbortController>(undefined);
  const [isTesting, setIsTesting] = useState(false);
  const provider = providers.find(({ name }) => name === draft.provider);

  const change = (next: Partial<Draft>) => {
    // What was found holds only for what was tested.
    asking.current?.abort();
    setReport(undefined);
    setProblem(undefined);
    setDraft({ ...draft, ...next });
  };
  const model = modelOf(draft);
  const test = async () => {
    if (model === undefined) return;
    const stop = new AbortController();
    asking.current = stop;
    setIsTesting(true);
    try {
      setReport(await api.models.test(model, { signal: stop.signal }));
    } catch (error) {
      if (!stop.signal.aborted) setProblem(describeError(error).message);
    } finally {
      setIsTesting(false);
    }
  };
  return (
    <div className="stack">
      <SelectField
        label={words.settings.provider}
        value={draft.provider}
        onChange={(event) => {
          change({ provider: event.target.value as Draft['provider'], baseUrl: '' });
          if (event.target.value === '') prefer({ model: undefined });
        }}
      >
        <option value="">{words.settings.builtIn}</option>
        {providers.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </SelectField>
      {provider === undefined ? (
        <p className="muted">{words.settings.builtInDetail}</p>
      ) : (
        <>
          <TextField
            label={words.settings.address}
            placeholder={provider.defaultBaseUrl ?? 'http://127.0.0.1:8080/v1'}
            value={draft.baseUrl}
            autoComplete="off"
            onChange={(event) => change({ baseUrl: event.target.value })}
          />
          <TextField
            label={words.settings.model}
            value={draft.model}
            autoComplete="off"
            onChange={(event) => change({ model: event.target.value })}
          />
          {(provider.needsKey || provider.hasKey) && (
            <p>
              {words.settings.key}: <code>{provider.keyVariables[0]}</code>{' '}
              <Chip tone={provider.hasKey ? 'ok' : 'warn'}>
                {provider.hasKey ? words.settings.keyFound : words.settings.keyMissing}
              </Chip>
            </p>
          )}
          <p className="muted">{destination(draft, provider, words)}</p>
          <div className="row">
            <Button busy={isTesting} disabled={model === undefined} onClick={() => void test()}>
              {words.settings.test}
            </Button>
            {report?.ok === true && (
              <Button kind="primary" onClick={() => prefer({ model })}>
                {words.settings.use}
              </Button>
            )}
          </div>
          <div role="status">
            {report !== undefined && <Report report={report} onChange={change} />}
            {problem !== undefined && <p className="field-error">{problem}</p>}
          </div>
        </>
      )}
      {chosen !== undefined && (
        <p>
          <Chip tone="accent" icon="check">
            {words.settings.inUse(chosen.model)}
          </Chip>
        </p>
      )}
    </div>
  );
}

function Report({
  report,
  onChange,
}: {
  readonly report: ConnectionReport;
  readonly onChange: (next: Partial<Draft>) => void;
}) {
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

function draftOf(chosen: ChosenModel | undefined): Draft {
  return { provider: chosen?.provider ?? '', baseUrl: chosen?.baseUrl ?? '', model: chosen?.model ?? '' };
}

function modelOf({ provider, baseUrl, model }: Draft): ChosenModel | undefined {
  if (provider === '' || model.trim() === '') return undefined;
  return { provider, model: model.trim(), ...(baseUrl.trim() === '' ? {} : { baseUrl: baseUrl.trim() }) };
}

/** Where the text of the documents goes, in words. */
function destination(
  { baseUrl }: Draft,
  { defaultBaseUrl, label }: LanguageModelProvider,
  words: ReturnType<typeof useWords>,
): string {
  const address = baseUrl.trim() || defaultBaseUrl || label;
  const isHere = /^https?:\/\/(?:127\.|localhost|\[::1\])/u.test(address);
  return words.settings.destination(isHere ? `${address} (${words.settings.thisComputer})` : address);
}
