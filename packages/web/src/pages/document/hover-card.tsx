import type { ConceptId } from '@genglossary/core/domain';
import { type RefObject, useId, useLayoutEffect, useRef } from 'react';
import type { EntryPlace, EntrySummary } from '../../data/shapes.ts';
import { stateOf } from '../../documents/highlight-state.ts';
import { useWords } from '../../words/words.tsx';
import { placeBeside } from './place-beside.ts';
import { useHoveredPlace } from './use-hovered-place.ts';
import './hover-card.css';

/** As much of a definition as is read in passing. */
const shownSentences = 2;

/** What a marked word means, while one points at it or has it in focus; all of it stands beside the text once it is chosen. */
export function HoverCard({
  pane,
  places,
  entryOf,
  text,
}: {
  readonly pane: RefObject<HTMLElement | null>;
  readonly places: readonly EntryPlace[];
  readonly entryOf: ReadonlyMap<ConceptId, EntrySummary>;
  readonly text: string;
}) {
  const words = useWords();
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const hovered = useHoveredPlace(pane, card);
  const start = Number(new URLSearchParams(hovered?.link.getAttribute('href') ?? '').get('at'));
  const place = hovered === undefined ? undefined : places.find(({ range }) => range.start === start);
  const entry = place === undefined ? undefined : entryOf.get(place.entry);
  const isOpen = entry !== undefined;
  useLayoutEffect(() => {
    if (hovered === undefined || card.current === null || !isOpen) return undefined;
    const { left, top } = placeBeside(hovered.box, card.current.getBoundingClientRect(), {
      width: innerWidth,
      height: innerHeight,
    });
    card.current.style.translate = `${left}px ${top}px`;
    hovered.link.setAttribute('aria-describedby', id);
    return () => hovered.link.removeAttribute('aria-describedby');
  }, [hovered, isOpen, id]);
  if (place === undefined || entry === undefined) return null;
  const { term, reading, definition, language } = entry;
  const state = stateOf(entry, text.slice(place.range.start, place.range.end));
  return (
    <div ref={card} id={id} role="tooltip" className="hover-card">
      <p className="hover-card-term" lang={language}>
        {term}
        {reading !== undefined && <span className="muted">{reading}</span>}
      </p>
      <p className="reading" lang={definition === undefined ? undefined : language}>
        {definition === undefined ? words.entries.unexplained : firstSentences(definition, language)}
      </p>
      <p>
        <span className={`hl hl-${state}`}>{words.document.states[state]}</span>
      </p>
    </div>
  );
}

function firstSentences(text: string, language: string): string {
  const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
  const shown = sentences.slice(0, shownSentences).map(({ segment }) => segment);
  return `${shown.join('').trimEnd()}${sentences.length > shownSentences ? ' …' : ''}`;
}
