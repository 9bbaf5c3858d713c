import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiContext } from './data/api.ts';
import type { Asker } from './data/ask-ahead.ts';
import { router } from './routes.tsx';
import { Uploads, UploadsContext } from './upload/uploads.tsx';
import type { Words } from './words/en.ts';
import { WordsProvider } from './words/words.tsx';

/** The providers around every page. */
export function App({ asker, words }: { readonly asker: Asker; readonly words: Words }) {
  const { api, queries } = asker;
  const [uploads] = useState(() => new Uploads(api));
  return (
    <WordsProvider first={words}>
      <QueryClientProvider client={queries}>
        <ApiContext value={api}>
          <UploadsContext value={uploads}>
            <RouterProvider router={router} context={asker} />
          </UploadsContext>
        </ApiContext>
      </QueryClientProvider>
    </WordsProvider>
  );
}
