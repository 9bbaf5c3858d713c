import type { LanguageModelProvider } from '@genglossary/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../data/api.ts';
import { describeError } from '../data/describe-error.ts';
import { useSettings } from '../data/queries.ts';
import { questions } from '../data/questions.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords } from '../words/words.tsx';

/** Whether there is a key, and a way to hand one in. It goes to the server and never comes back. */
export function KeyField({ provider }: { readonly provider: LanguageModelProvider }) {
  const words = useWords();
  const [api, queries] = [useApi(), useQueryClient()];
  const server = useSettings(undefined);
  const [key, setKey] = useState('');
  const known = server.data?.keys.find((one) => one.provider === provider.name);
  const put = useMutation({
    mutationFn: (next: string | null) => api.settings.setKey(provider.name, next),
    onSuccess: () => setKey(''),
    onSettled: () => queries.invalidateQueries(questions.settings(api, undefined)),
  });
  const source = known?.source ?? 'none';
  const isFound = source !== 'none';
  const variable = known?.variable ?? provider.keyVariables[0] ?? '';
  return (
    <div className="stack key-field">
      <p>
        {words.settings.key}: <code>{variable}</code>{' '}
        <Chip tone={isFound ? 'ok' : provider.needsKey ? 'warn' : 'neutral'}>{words.settings.keySources[source]}</Chip>
      </p>
      {source !== 'environment' && (
        <form
          className="key-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (key.trim() !== '') put.mutate(key.trim());
          }}
        >
          <TextField
            type="password"
            label={words.settings.newKey}
            hint={words.settings.keyHint}
            value={key}
            autoComplete="off"
            spellCheck={false}
            {...(put.error === null ? {} : { error: describeError(put.error, words).message })}
            onChange={(event) => setKey(event.target.value)}
          />
          <div className="row">
            <Button type="submit" busy={put.isPending} disabled={key.trim() === ''}>
              {words.settings.keepKey}
            </Button>
            {source === 'stored' && (
              <Button kind="danger" busy={put.isPending} onClick={() => put.mutate(null)}>
                {words.settings.forgetKey}
              </Button>
            )}
          </div>
        </form>
      )}
    </div>
  );
}
