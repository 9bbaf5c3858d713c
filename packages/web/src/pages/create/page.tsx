import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useApi } from '../../data/api.ts';
import { describeError } from '../../data/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/words.tsx';
import './page.css';

const languages = ['en', 'ja', 'fr', 'nl', 'de', 'es'] as const;

/** A name and a language; the documents come next, on the project's own page, so that nothing is lost by leaving. */
export function CreatePage() {
  const words = useWords();
  const [api, queries, navigate] = [useApi(), useQueryClient(), useNavigate()];
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const create = async (form: FormData) => {
    const name = textOf(form, 'name').trim();
    const language = textOf(form, 'language');
    if (name === '') {
      setProblem(words.create.nameMissing);
      field.current?.focus();
      return;
    }
    setIsBusy(true);
    try {
      const { id } = await api.projects.create({ name, ...(language === '' ? {} : { language }) });
      await queries.invalidateQueries({ queryKey: ['projects'] });
      await navigate({ to: '/p/$projectId/documents', params: { projectId: id } });
    } catch (error) {
      setProblem(describeError(error, words).message);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Page title={words.create.title}>
      <form
        className="stack create"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create(new FormData(event.currentTarget));
        }}
      >
        <TextField
          ref={field}
          name="name"
          label={words.create.name}
          hint={words.create.nameHint}
          placeholder={words.create.namePlaceholder}
          error={problem}
          maxLength={200}
          autoComplete="off"
          // The page is a form of one question; the cursor is where the answer goes.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={() => setProblem(undefined)}
        />
        <SelectField name="language" label={words.create.language} defaultValue="">
          <option value="">{words.create.languageAuto}</option>
          {languages.map((language) => (
            <option key={language} value={language}>
              {words.create.languages[language]}
            </option>
          ))}
        </SelectField>
        <div className="row">
          <Button kind="primary" type="submit" busy={isBusy}>
            {words.create.toFiles}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
