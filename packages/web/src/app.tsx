import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type Api, ApiContext } from './data/api.ts';
import { createQueries } from './data/queries.ts';
import { router } from './routes.tsx';
import { Uploads, UploadsContext } from './upload/uploads.tsx';
import type { Words } from './words/en.ts';
import { WordsProvider } from './words/words.tsx';

/** The providers around every page. */
export function App({ api, words }: { readonly api: Api; readonly words: Words }) {
  const [queries] = useState(createQueries);
  const asker = useMemo(() => ({ api, queries }), [api, queries]);
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
