import { conceptId, type DocumentId, type ProjectId, type Prose, type Range } from '@genglossary/core/domain';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useLateAddress } from '../../data/address.ts';
import { Loaded } from '../../data/loaded.tsx';
import { useDocument, useEntries, usePlaces, useProse } from '../../data/queries.ts';
import type { Document, EntryPlace, EntrySummary } from '../../data/shapes.ts';
import { withoutOverlaps } from '../../documents/blocks.ts';
import { lineOf } from '../../documents/excerpt.ts';
import { type HighlightState, stateOf } from '../../documents/highlight-state.ts';
import { ProseRanges } from '../../documents/prose-range.ts';
import { repeatedTitle } from '../../documents/repeated-title.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { prefer, usePreferences } from '../../preferences/store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/words.tsx';
import { type DocumentSearch, passageName, passageNamed } from './document-search.ts';
import { DocumentProse } from './document-prose.tsx';
import { DocumentSwitcher } from './document-switcher.tsx';
import { DocumentText } from './document-text.tsx';
import { HighlightLegend } from './highlight-legend.tsx';
import { HoverCard } from './hover-card.tsx';
import { PlaceCard } from './place-card.tsx';
import { PlaceRail } from './place-rail.tsx';
import { SelectionPanel } from './selection-panel.tsx';
import { usePassageInView } from './use-passage-in-view.ts';
import { useRequiredNames } from './use-required-names.ts';
import { useSelectedWords } from './use-selected-words.ts';
import { useSidewaysWheel } from './use-sideways-wheel.ts';
import './page.css';

interface DocumentPageProps {
  readonly project: ProjectId;
  readonly document: DocumentId;
  readonly search: DocumentSearch;
}

/** A document as a place of work: its text, the entries in it, and what they mean. */
export function DocumentPage({ project, document: id, search }: DocumentPageProps) {
  const document = useDocument(project, id);
  // Holds for the next document, too.
  const [hidden, setHidden] = useState(noneHidden);
  return (
    <Loaded answer={document}>
      {(loaded) => (
        <OpenDocument
          key={loaded.id}
          project={project}
          document={loaded}
          search={search}
          hidden={hidden}
          onHide={setHidden}
        />
      )}
    </Loaded>
  );
}

function OpenDocument({
  project,
  document,
  search,
  hidden,
  onHide,
}: {
  readonly project: ProjectId;
  readonly document: Document;
  readonly search: DocumentSearch;
  /** Kinds of highlights that somebody left out. */
  readonly hidden: ReadonlySet<HighlightState>;
  readonly onHide: (hidden: ReadonlySet<HighlightState>) => void;
}) {
  const words = useWords();
  const navigate = useNavigate();
  const pane = useRef<HTMLDivElement>(null);
  const entries = useEntries(project);
  const places = usePlaces(project, document.id);
  const entryOf = useMemo(() => new Map((entries.data ?? []).map((entry) => [entry.id, entry])), [entries.data]);

  const prose = useProse(project, document.id);
  const { reading, direction } = usePreferences();
  // Nobody wrote the source of a Word document: it is what it was turned into.
  const hasSource = document.format !== 'docx';
  const rendered = reading === 'rendered' || !hasSource ? (prose.data ?? undefined) : undefined;
  const all = useMemo(() => readPlaces(withoutOverlaps(places.data ?? []), rendered), [places.data, rendered]);
  const shown = useMemo(
    () =>
      hidden.size === 0
        ? all
        : all.filter(
            ({ entry: of, range }) =>
              !hidden.has(stateOf(entryOf.get(of), document.text.slice(range.start, range.end))),
          ),
    [all, hidden, entryOf, document.text],
  );

  // Who goes from highlight to highlight does not wait for the address.
  const [passageText, setPassageText] = useLateAddress(
    passageName(search),
    (next) =>
      void navigate({
        to: '/p/$projectId/documents/$documentId',
        params: { projectId: project, documentId: document.id },
        search: passageNamed(next),
        replace: true,
      }),
  );
  const { at, to } = useMemo(() => passageNamed(passageText), [passageText]);
  const go = useCallback(
    (range: Range | undefined) =>
      setPassageText(range === undefined ? '' : passageName({ at: range.start, to: range.end })),
    [setPassageText],
  );
  const onPlace = useCallback(({ range }: EntryPlace) => go(range), [go]);
  const index = shown.findIndex(({ range }) => range.start === at);
  const step = (by: 1 | -1) => {
    const next =
      index >= 0
        ? (index + by + shown.length) % shown.length
        : by === 1
          ? shown.findIndex(({ range }) => range.start > (at ?? -1))
          : shown.findLastIndex(({ range }) => range.start < (at ?? Number.POSITIVE_INFINITY));
    go(shown[next]?.range);
  };
  useShortcuts('document', [
    { command: 'document.next', run: () => step(1) },
    { command: 'document.previous', run: () => step(-1) },
    { command: 'document.close', run: () => go(undefined) },
  ]);

  const selected = useSelectedWords(pane);
  // Of its words where they tell; else of what stands in it. Nothing is set as if it were in the app's language.
  const language = languageOf(document.text) ?? entryOf.get(places.data?.[0]?.entry ?? noEntry)?.language ?? 'und';
  const canBeVertical = language === 'ja' && rendered !== undefined;
  const isVertical = canBeVertical && direction === 'vertical';
  useSidewaysWheel(pane, isVertical);
  const passage = useMemo(() => (at === undefined ? undefined : { start: at, end: to ?? at }), [at, to]);
  const requiredNames = useRequiredNames(project, entries.data);
  const required = hidden.has('required') ? undefined : requiredNames;
  const drawn = { places: shown, entryOf, required, passage, onPlace };
  usePassageInView(pane, { at, drawnAs: rendered === undefined ? 'source' : isVertical ? 'vertical' : 'prose', shown });
  const place: EntryPlace | undefined = shown[index];
  const entry: EntrySummary | undefined = place === undefined ? undefined : entryOf.get(place.entry);
  const alike = useMemo(() => shown.filter((one) => one.entry === place?.entry), [shown, place?.entry]);
  return (
    <Page
      full
      title={<span className="document-name">{document.name}</span>}
      documentTitle={document.name}
      actions={
        <div className="row">
          <span className="muted numbers document-hit" role="status">
            {words.document.hit(index + 1, shown.length)}
          </span>
          <Button aria-label={words.document.previousHit} icon={<Icon name="back" />} onClick={() => step(-1)} />
          <Button aria-label={words.document.nextHit} icon={<Icon name="forward" />} onClick={() => step(1)} />
          {hasSource && (
            <Button
              aria-pressed={reading === 'source'}
              onClick={() => prefer({ reading: reading === 'source' ? 'rendered' : 'source' })}
            >
              {words.document.source}
            </Button>
          )}
          {canBeVertical && (
            <Button
              aria-pressed={isVertical}
              onClick={() => prefer({ direction: isVertical ? 'horizontal' : 'vertical' })}
            >
              {words.document.vertical}
            </Button>
          )}
          <DocumentSwitcher project={project} current={document.id} />
        </div>
      }
    >
      <div className="document">
        {/* A region that scrolls is reached by the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div
          ref={pane}
          className={`document-pane ${isVertical ? 'document-pane-vertical' : ''}`}
          tabIndex={0}
          role="region"
          aria-label={document.name}
          lang={language}
        >
          {rendered !== undefined ? (
            <DocumentProse prose={rendered} {...drawn} />
          ) : (
            <DocumentText text={document.text} {...drawn} />
          )}
        </div>
        <div className="document-rail">
          {place !== undefined && entry !== undefined && alike.length > 1 && (
            <PlaceRail
              term={entry.term}
              places={alike}
              current={place}
              length={document.text.length}
              onPlace={onPlace}
            />
          )}
        </div>
        <HoverCard pane={pane} places={shown} entryOf={entryOf} text={document.text} />
        <aside className="document-side" aria-label={words.document.highlights}>
          {selected !== undefined && (
            <SelectionPanel
              key={selected.kind === 'name' ? selected.name : selected.text}
              project={project}
              document={document}
              selected={selected}
              places={shown}
              pane={pane}
            />
          )}
          {/* Who has selected words does not look for what marks mean; nothing moves when the panel comes and goes. */}
          {selected === undefined &&
            (place !== undefined && entry !== undefined ? (
              <PlaceCard project={project} entry={entry} />
            ) : (
              <>
                {at !== undefined && (
                  <p className="numbers">{words.placeIn(document.name, lineOf(document.text, at))}</p>
                )}
                <HighlightLegend hidden={hidden} onHide={onHide} />
              </>
            ))}
          <Link to="/p/$projectId/documents" params={{ projectId: project }}>
            {words.document.all}
          </Link>
        </aside>
      </div>
    </Page>
  );
}

const noEntry = conceptId('');
/** The same each time. */
const noneHidden: ReadonlySet<HighlightState> = new Set();

/** Those that are drawn: a title that the text repeats is left out, and one does not step through what is not seen. */
function readPlaces(places: readonly EntryPlace[], prose: Prose | undefined): readonly EntryPlace[] {
  const title = prose === undefined ? undefined : repeatedTitle(prose);
  if (prose === undefined || title === undefined) return places;
  const ranges = new ProseRanges(prose.alignment);
  const first = places.findIndex(({ range }) => (ranges.of(range)?.start ?? 0) >= title.end);
  return first > 0 ? places.slice(first) : places;
}

/** Enough to set a text in the right type: kana are Japanese; what else it is changes nothing. */
function languageOf(text: string): string | undefined {
  return /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text.slice(0, 4000)) ? 'ja' : undefined;
}
