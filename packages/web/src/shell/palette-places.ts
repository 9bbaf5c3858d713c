import { projectId } from '@genglossary/core/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '../data/api.ts';
import { questions } from '../data/questions.ts';
import type { EntryContext } from '../data/shapes.ts';
import { fold } from '../search/fold.ts';
import { useSettled } from '../ui/use-settled.ts';
import type { PaletteItem } from './palette-items.ts';
import { pageOf, useOpenProject } from './project-pages.ts';

/** So long after the last key the documents are looked through (milliseconds): names are found at each key. */
const pauseMs = 180;

interface PalettePlaces {
  readonly items: readonly PaletteItem[];
  /** All places and their documents, of which the items are the first; none until the documents were looked through. */
  readonly total: number;
  readonly documents: number;
  readonly isLooking: boolean;
}

/** Where in the documents of the open project stands what is typed. */
export function usePalettePlaces(query: string): PalettePlaces {
  const api = useApi();
  const project = useOpenProject();
  const typed = query.trim();
  const asked = useSettled(typed, pauseMs);
  const enabled = project !== undefined && asked !== '';
  const { data, isPlaceholderData } = useQuery({
    ...questions.wordsInDocuments(api, project ?? projectId(''), asked),
    enabled,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => {
    const isAnswered = typed === asked && data !== undefined && !isPlaceholderData;
    const none = { items: [], total: 0, documents: 0, isLooking: project !== undefined && typed !== '' && !isAnswered };
    if (project === undefined || typed === '' || data === undefined) return none;
    // While somebody types on, those of the places before stay that still hold it.
    const places = isAnswered ? data.items : data.items.filter((place) => goesOn(place, typed));
    const items = places.map((place): PaletteItem => {
      const { documentId, range, match } = place;
      const to = `${pageOf(project, 'documents')}/${encodeURIComponent(documentId)}?at=${range.start}&to=${range.end}`;
      return { group: 'places', name: match, folded: [], icon: 'documents', to, place };
    });
    return isAnswered ? { ...none, items, total: data.total, documents: data.documents } : { ...none, items };
  }, [data, isPlaceholderData, typed, asked, project]);
}

function goesOn({ match, after }: EntryContext, typed: string): boolean {
  return fold(`${match}${after}`).startsWith(fold(typed));
}
