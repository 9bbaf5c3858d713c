import type { ProjectId } from '@genglossary/core/domain';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Loaded } from '../../data/loaded.tsx';
import { useContexts, useDocument, useProse } from '../../data/queries.ts';
import type { EntryDetail } from '../../data/shapes.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { Chip } from '../../ui/chip.tsx';
import { HighlightedText } from '../../ui/highlighted-text.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { blocksAround, excerptOf, lineOf } from '../../documents/excerpt.ts';
import { ProseRanges } from '../../documents/prose-range.ts';
import { useWords } from '../../words/words.tsx';
import { CitableContexts } from './citable-contexts.tsx';
import { type Passage, passagesOf } from './passages.ts';

interface EvidencePaneProps {
  readonly project: ProjectId;
  readonly entry: EntryDetail;
  readonly passage: number;
  /** Its definition is being written: what stands behind it is said afterwards. */
  readonly isEdited: boolean;
  readonly onPassage: (index: number) => void;
}

/** What an entry stands on: the passages it quotes, and every place where it is used. */
export function EvidencePane({ project, entry, passage, isEdited, onPassage }: EvidencePaneProps) {
  const words = useWords();
  const navigate = useNavigate();
  const passages = passagesOf(entry);
  const [tab, setTab] = useState<'evidence' | 'contexts'>(passages.length > 0 ? 'evidence' : 'contexts');
  const contexts = useContexts(project, entry.id);
  const step = (by: number) => {
    setTab('evidence');
    onPassage(Math.min(passages.length - 1, Math.max(0, passage + by)));
  };
  useShortcuts('evidence', [
    { command: 'evidence.next', run: () => step(1) },
    { command: 'evidence.previous', run: () => step(-1) },
    {
      command: 'evidence.open',
      run: () => {
        const place = passages[passage]?.evidence ?? contexts.data?.[0];
        if (place === undefined) return;
        void navigate({
          to: '/p/$projectId/documents/$documentId',
          params: { projectId: project, documentId: place.documentId },
          search: { at: place.range.start, to: place.range.end },
        });
      },
    },
  ]);
  return (
    <section className="evidence" aria-label={words.entries.evidence}>
      <Tabs
        label={words.entries.evidence}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            name: 'evidence',
            label: words.entries.evidence,
            count: passages.length,
            content:
              passages.length === 0 ? (
                <p className="muted">{words.entries.noEvidence}</p>
              ) : (
                <ol className="passages">
                  {passages.map((one, index) => (
                    <PassageCard
                      key={index}
                      project={project}
                      passage={one}
                      language={entry.language}
                      place={index + 1}
                      isCurrent={index === passage}
                    />
                  ))}
                </ol>
              ),
          },
          {
            name: 'contexts',
            label: words.entries.occurrences,
            count: entry.occurrences,
            content: (
              <Loaded answer={contexts}>
                {(lines) => (
                  <CitableContexts
                    {...{ project, entry, lines, isEdited }}
                    onCited={(at) => {
                      setTab('evidence');
                      onPassage(at);
                    }}
                  />
                )}
              </Loaded>
            ),
          },
        ]}
      />
    </section>
  );
}

function PassageCard({
  project,
  passage: { evidence, statement },
  language,
  place,
  isCurrent,
}: {
  readonly project: ProjectId;
  readonly passage: Passage;
  readonly language: string;
  readonly place: number;
  readonly isCurrent: boolean;
}) {
  const words = useWords();
  const card = useRef<HTMLLIElement>(null);
  const document = useDocument(project, evidence.documentId);
  const prose = useProse(project, evidence.documentId);
  const ranges = useMemo(() => (prose.data == null ? undefined : new ProseRanges(prose.data.alignment)), [prose.data]);
  // The first passage is chosen without anybody asking for it: only a choice moves the page.
  const wasCurrent = useRef(isCurrent);
  useEffect(() => {
    if (isCurrent && !wasCurrent.current) card.current?.scrollIntoView({ block: 'nearest' });
    wasCurrent.current = isCurrent;
  }, [isCurrent]);
  return (
    <li ref={card} className={`passage ${isCurrent ? 'passage-current' : ''}`} aria-current={isCurrent}>
      <Loaded answer={document}>
        {({ name, text }) => {
          const { start, end } = evidence.range;
          const isFound = text.slice(start, end) === evidence.quote;
          // What is checked is the document itself; what is read is its prose, where that is at hand.
          const read = prose.data == null ? undefined : ranges?.of(evidence.range);
          const shown =
            prose.data == null || read === undefined ? { text, range: evidence.range } : blocksAround(prose.data, read);
          const excerpt = excerptOf(shown.text, shown.range);
          return (
            <>
              <header className="passage-head">
                <span className="marker marker-still">{place}</span>
                <Link
                  to="/p/$projectId/documents/$documentId"
                  params={{ projectId: project, documentId: evidence.documentId }}
                  search={{ at: start, to: end }}
                >
                  {words.entries.openDocumentAt(name, lineOf(text, start))}
                </Link>
              </header>
              <blockquote className="reading" lang={language}>
                {isFound ? (
                  <HighlightedText
                    text={excerpt.text}
                    highlights={[
                      {
                        start: shown.range.start - excerpt.start,
                        end: shown.range.end - excerpt.start,
                        state: 'quote',
                      },
                    ]}
                  />
                ) : (
                  evidence.quote
                )}
              </blockquote>
              <div className="row">
                <Chip tone={isFound ? 'ok' : 'bad'} icon={isFound ? 'check' : 'warning'}>
                  {isFound ? words.entries.verified : words.entries.notFound}
                </Chip>
                <span className="muted">{words.entries.roles[statement.role]}</span>
              </div>
            </>
          );
        }}
      </Loaded>
    </li>
  );
}
