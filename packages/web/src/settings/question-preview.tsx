import type { ProjectId } from '@genglossary/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../data/api.ts';
import { Loaded } from '../data/loaded.tsx';
import { useEntries } from '../data/queries.ts';
import { questions } from '../data/questions.ts';
import { Button } from '../ui/button.tsx';
import { CallPart } from '../ui/call-part.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField } from '../ui/field.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useWords } from '../words/words.tsx';

/** Terms that can be chosen to look at. */
const mostTerms = 200;

/** What the models of the next run will be asked about one term of the project, word for word; nobody is asked. */
export function QuestionPreview({ project, isChanged }: { readonly project: ProjectId; readonly isChanged: boolean }) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="settings-section" aria-labelledby="questions">
      <div>
        <h2 id="questions">{words.settings.questions}</h2>
        <p className="muted">{words.settings.questionsDetail}</p>
      </div>
      <div className="stack">
        <div className="row">
          <Button disabled={isChanged} onClick={() => setIsOpen(true)}>
            {words.settings.showQuestions}
          </Button>
          {isChanged && <span className="muted">{words.settings.saveFirst}</span>}
        </div>
      </div>
      <Dialog title={words.settings.questions} open={isOpen} onClose={() => setIsOpen(false)} wide>
        <Questions project={project} />
        <div className="row row-end">
          <Button onClick={() => setIsOpen(false)}>{words.actions.close}</Button>
        </div>
      </Dialog>
    </section>
  );
}

function Questions({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const entries = useEntries(project);
  const terms = entries.data?.slice(0, mostTerms) ?? [];
  const [chosen, setChosen] = useState<string>();
  const [step, setStep] = useState<string>();
  const about = chosen ?? terms[0]?.term ?? '';
  const planned = useQuery({
    ...questions.plannedQuestions(useApi(), project, about),
    enabled: entries.data !== undefined,
  });
  return (
    <div className="stack">
      {terms.length > 0 && (
        <SelectField label={words.terms.term} value={about} onChange={(event) => setChosen(event.target.value)}>
          {terms.map(({ id, term }) => (
            <option key={id} value={term}>
              {term}
            </option>
          ))}
        </SelectField>
      )}
      <Loaded answer={planned}>
        {(found) => {
          const [first] = found;
          if (first === undefined) return <p>{words.settings.noQuestions}</p>;
          return (
            <Tabs
              label={words.settings.questions}
              value={found.some((one) => one.step === step) ? (step ?? first.step) : first.step}
              onChange={setStep}
              tabs={found.map(({ step: name, items, itemCount, provider, model, instructions, prompt }) => ({
                name,
                label: words.runs.steps[name],
                content: (
                  <div className="stack">
                    <p role="status">
                      {`${provider} · ${model} · `}
                      {items.includes(about) || about === ''
                        ? words.settings.asksAbout(items[0] ?? '', itemCount)
                        : words.settings.asksNothingAbout(about, items[0] ?? '')}
                    </p>
                    <CallPart title={words.runs.callParts.instructions} text={instructions} />
                    <CallPart title={words.runs.callParts.prompt} text={prompt} />
                  </div>
                ),
              }))}
            />
          );
        }}
      </Loaded>
    </div>
  );
}
