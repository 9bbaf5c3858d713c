import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { createQueries } from './data/queries.ts';
import { router } from './routes.tsx';
import type { Words } from './words/en.ts';
import { WordsProvider } from './words/words.tsx';

/** The providers around every page. */
export function App({ words }: { readonly words: Words }) {
  const [queries] = useState(createQueries);
  return (
    <WordsProvider first={words}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </WordsProvider>
  );
}
