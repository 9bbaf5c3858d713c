import type { LanguageModelProvider, Settings } from '@genglossary/client';
import { isGenGlossaryError } from '@genglossary/client';
import { modelSteps, type ProjectId } from '@genglossary/core/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../data/api.ts';
import { Failure, Loaded } from '../data/loaded.tsx';
import { useUndo } from '../data/actions.ts';
import { useProviders, useSettings } from '../data/queries.ts';
import { questions } from '../data/questions.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { notify } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';
import { baseOf, changeOf, type Draft, draftOf, type StepWorker, type YesNo } from './draft.ts';
import { ModelFields } from './model-fields.tsx';
import { QuestionPreview } from './question-preview.tsx';
import './settings.css';

/** What runs work with where nobody says otherwise: of the server, or of a project over it. */
export function GlossarySettings({ project }: { readonly project?: ProjectId }) {
  const settings = useSettings(project);
  const providers = useProviders();
  return (
    <Loaded answer={providers}>
      {(list) => (
        <Loaded answer={settings}>
          {(found) => <SettingsForm key={found.version} {...{ project, settings: found, providers: list }} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function SettingsForm({
  project,
  settings,
  providers,
}: {
  readonly project: ProjectId | undefined;
  readonly settings: Settings;
  readonly providers: readonly LanguageModelProvider[];
}) {
  const words = useWords();
  const [api, queries] = [useApi(), useQueryClient()];
  const undo = useUndo(project ?? ('' as ProjectId), ['settings']);
  const { own, inherited, effective, version } = settings;
  const [draft, setDraft] = useState(() => draftOf(own));
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const change = (next: Partial<Draft>) => setDraft({ ...draft, ...next });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(own));
  const isOfServer = project === undefined;

  const save = async () => {
    setIsBusy(true);
    setProblem(undefined);
    try {
      const place = isOfServer ? {} : { projectId: project };
      const { undo: token } = await api.settings.update({ ifVersion: version, change: changeOf(draft, own) }, place);
      notify({
        message: words.settings.saved,
        ...(token === undefined ? {} : { undo: { label: words.actions.undo, run: () => undo(token) } }),
      });
      await queries.invalidateQueries(questions.settings(api, project));
    } catch (error) {
      setProblem(error);
    } finally {
      setIsBusy(false);
    }
  };
  const yesNo = (name: 'keepsCallTexts' | 'runsAfterUpload') => (
    <SelectField
      label={words.settings[name]}
      hint={words.settings.hints[name]}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.target.value as YesNo })}
    >
      <option value="">
        {isOfServer ? words.settings.usual : words.settings.asServer(words.settings.yesNo(inherited[name] ?? false))}
      </option>
      <option value="yes">{words.settings.yesNo(true)}</option>
      <option value="no">{words.settings.yesNo(false)}</option>
    </SelectField>
  );
  const most = (name: 'calls' | 'tokens' | 'cost') => (
    <TextField
      label={words.settings.most[name]}
      type="number"
      min={0}
      step={name === 'cost' ? 'any' : 1}
      placeholder={String(inherited.budget?.[name] ?? words.settings.noLimit)}
      value={draft[name]}
      autoComplete="off"
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
  return (
    <>
      <section className="settings-section" aria-labelledby="models">
        <div>
          <h2 id="models">{words.settings.models}</h2>
          <p className="muted">{words.settings.modelsDetail}</p>
        </div>
        <div className="stack">
          <ModelFields
            providers={providers}
            draft={draft}
            onChange={change}
            inherited={isOfServer ? undefined : nameOf(inherited.languageModel, words)}
          />
          <details className="settings-more">
            <summary>{words.settings.singleSteps}</summary>
            <div className="settings-numbers">
              {modelSteps.map((step) => (
                <div key={step} className="stack">
                  <SelectField
                    label={words.runs.steps[step]}
                    value={draft.steps[step]}
                    onChange={(event) =>
                      change({ steps: { ...draft.steps, [step]: event.target.value as StepWorker } })
                    }
                  >
                    <option value="">{words.settings.asOthers}</option>
                    <option value="built-in">{words.settings.builtIn}</option>
                    {baseOf(draft, own, step) !== undefined && (
                      <option value="own">{words.settings.ownModel(baseOf(draft, own, step)?.provider ?? '')}</option>
                    )}
                  </SelectField>
                  {draft.steps[step] === 'own' && (
                    <TextField
                      label={words.settings.modelOf(words.runs.steps[step])}
                      value={draft.stepModels[step]}
                      autoComplete="off"
                      onChange={(event) => change({ stepModels: { ...draft.stepModels, [step]: event.target.value } })}
                    />
                  )}
                </div>
              ))}
            </div>
          </details>
          <p className="muted">{words.settings.now(words.list(workersOf(effective, words)))}</p>
        </div>
      </section>
      <section className="settings-section" aria-labelledby="style">
        <div>
          <h2 id="style">{words.settings.styleGuide}</h2>
          <p className="muted">{words.settings.styleGuideDetail}</p>
        </div>
        <div className="stack">
          <TextArea
            label={words.settings.styleGuide}
            hideLabel
            maxLength={8000}
            placeholder={inherited.styleGuide ?? words.settings.styleGuideExample}
            value={draft.styleGuide}
            onChange={(event) => change({ styleGuide: event.target.value })}
          />
          <SelectField
            label={words.settings.outputLanguage}
            hint={words.settings.outputLanguageHint}
            value={draft.outputLanguage}
            onChange={(event) => change({ outputLanguage: event.target.value })}
          >
            <option value="">
              {isOfServer || inherited.outputLanguage === undefined
                ? words.settings.asDocuments
                : words.settings.asServer(words.settings.languageName(inherited.outputLanguage))}
            </option>
            {outputLanguages(draft.outputLanguage).map((language) => (
              <option key={language} value={language}>
                {words.settings.languageName(language)}
              </option>
            ))}
          </SelectField>
        </div>
      </section>
      {project !== undefined && <QuestionPreview {...{ project, isChanged }} />}
      <section className="settings-section" aria-labelledby="budget">
        <div>
          <h2 id="budget">{words.settings.budget}</h2>
          <p className="muted">{words.settings.budgetDetail}</p>
        </div>
        <div className="settings-numbers">
          {most('calls')}
          {most('tokens')}
          {most('cost')}
        </div>
      </section>
      <section className="settings-section" aria-labelledby="habits">
        <h2 id="habits">{words.settings.habits}</h2>
        <div className="stack">
          {yesNo('keepsCallTexts')}
          {yesNo('runsAfterUpload')}
        </div>
      </section>
      {problem !== undefined && (
        <Failure
          error={problem}
          {...(isGenGlossaryError(problem, 'settings/conflict')
            ? { onRetry: () => void queries.invalidateQueries(questions.settings(api, project)) }
            : {})}
        />
      )}
      <div className="settings-save">
        <Button kind="primary" busy={isBusy} disabled={!isChanged} onClick={() => void save()}>
          {isOfServer ? words.settings.saveServer : words.settings.saveProject}
        </Button>
        {isChanged && <span className="muted">{words.settings.unsaved}</span>}
      </div>
    </>
  );
}

/** Languages to choose from, and the one that was set by a program. */
function outputLanguages(chosen: string): readonly string[] {
  return chosen === '' || OUTPUT_LANGUAGES.includes(chosen) ? OUTPUT_LANGUAGES : [...OUTPUT_LANGUAGES, chosen];
}

const OUTPUT_LANGUAGES: readonly string[] =
  'ar cs da de en es fi fr hi id it ja ko nl no pl pt sv th tr uk vi zh-Hans zh-Hant'.split(' ');

type Worker = Settings['effective']['steps']['define'] | undefined;

function nameOf(worker: Worker, words: ReturnType<typeof useWords>): string {
  return worker === undefined || worker === 'built-in' ? words.settings.builtInShort : worker.model;
}

/** Each worker once, with the steps that it does. */
function workersOf({ steps }: Settings['effective'], words: ReturnType<typeof useWords>): string[] {
  const byName = Map.groupBy(modelSteps, (step) => nameOf(steps[step], words));
  return [...byName].map(([name, done]) =>
    words.settings.does(name, words.list(done.map((step) => words.runs.steps[step]))),
  );
}
