import { useState } from 'react';
import { accessToken, enterWith } from '../data/access-token.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { useWords } from '../words/words.tsx';

/** Stands instead of every page where the server asks who is there. */
export function TokenPage() {
  const words = useWords();
  const [token, setToken] = useState('');
  const wasRefused = accessToken() !== undefined;
  return (
    <Page title={words.shell.tokenTitle} lead={words.shell.tokenDetail}>
      <form
        className="stack token-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim() !== '') enterWith(token.trim());
        }}
      >
        <TextField
          type="password"
          label={words.shell.token}
          hint={words.shell.tokenHint}
          value={token}
          autoComplete="off"
          // Nothing else can be done here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          {...(wasRefused ? { error: words.shell.tokenWrong } : {})}
          onChange={(event) => setToken(event.target.value)}
        />
        <div className="row">
          <Button kind="primary" type="submit" disabled={token.trim() === ''}>
            {words.shell.enter}
          </Button>
        </div>
      </form>
    </Page>
  );
}
