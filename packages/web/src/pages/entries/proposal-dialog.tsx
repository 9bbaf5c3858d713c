import type { DefinitionProposal } from '@genglossary/client';
import type { ProjectId } from '@genglossary/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../data/api.ts';
import { Failure, Loaded } from '../../data/loaded.tsx';
import { useAction, useUndo } from '../../data/actions.ts';
import { useSettings } from '../../data/queries.ts';
import { questions } from '../../data/questions.ts';
import type { EntryDetail } from '../../data/shapes.ts';
import { Estimate } from '../../runs/estimate.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { notify } from '../../ui/toast.tsx';
import { WordDiff } from '../../ui/word-diff.tsx';
import { useWords } from '../../words/words.tsx';
import { Confidence } from './confidence.tsx';
import { isExplained } from './explained.ts';

interface ProposalDialogProps {
  readonly project: ProjectId;
  readonly entry: EntryDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Another definition for one entry: what it would cost, what it would change, and a person's yes or no. */
export function ProposalDialog({ project, entry, open, onClose }: ProposalDialogProps) {
  const words = useWords();
  return (
    <Dialog
      title={words.entries[isExplained(entry) ? 'proposeTitle' : 'proposeFirstTitle'](entry.term)}
      description={words.entries.proposeDetail}
      open={open}
      onClose={onClose}
      wide
    >
      {open && <Proposal {...{ project, entry, onClose }} />}
    </Dialog>
  );
}

function Proposal({ project, entry, onClose }: Omit<ProposalDialogProps, 'open'>) {
  const words = useWords();
  const settings = useSettings(project);
  return (
    <Loaded answer={settings}>
      {({ effective }) =>
        effective.steps.define === 'built-in' ? (
          <Asking {...{ project, entry, onClose }} model={undefined} note={words.entries.proposeBuiltIn} />
        ) : (
          <Asking {...{ project, entry, onClose }} model={effective.steps.define.model} />
        )
      }
    </Loaded>
  );
}

function Asking({
  project,
  entry,
  onClose,
  model,
  note,
}: Omit<ProposalDialogProps, 'open'> & {
  /** Of the language model that writes; nothing for the built-in engine. */
  readonly model: string | undefined;
  readonly note?: string;
}) {
  const words = useWords();
  const api = useApi();
  const [instruction, setInstruction] = useState('');
  const [proposal, setProposal] = useState<DefinitionProposal>();
  const [isTooLate, setIsTooLate] = useState(false);
  const asking = useRef<AbortController>(undefined);
  // Whoever leaves waits for no answer.
  useEffect(() => () => asking.current?.abort(), []);
  const undo = useUndo(project, ['entry', 'issue']);
  const estimate = useQuery({
    ...questions.proposalEstimate(api, project, entry.id),
    enabled: model !== undefined && !entry.isLocked,
  });
  // Nothing of the project is touched by a proposal.
  const propose = useAction(
    project,
    [],
    (asked, stop: AbortController) => {
      const order = instruction.trim() === '' ? {} : { instruction: instruction.trim() };
      return asked.entries.propose(project, entry.id, order, { signal: stop.signal });
    },
    { showsFailure: true },
  );
  const accept = useAction(
    project,
    ['entry', 'issue'],
    (asked, taken: DefinitionProposal) => asked.entries.accept(project, entry.id, taken),
    { showsFailure: true },
  );
  const ask = () => {
    asking.current = new AbortController();
    setIsTooLate(false);
    propose.mutate(asking.current, { onSuccess: setProposal });
  };
  const take = (taken: DefinitionProposal) =>
    accept.mutate(taken, {
      onSuccess(result) {
        if (result.outcome === 'conflict') {
          setProposal(undefined);
          setIsTooLate(true);
          return;
        }
        onClose();
        notify({
          message: words.entries.saved(entry.term),
          undo: { label: words.actions.undo, run: () => undo(result.undo) },
        });
      },
    });
  const error = propose.error ?? accept.error;
  const canAccept = proposal?.definition !== undefined && !isSame(proposal);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      {entry.isLocked && <p role="status">{words.entries.proposeLocked}</p>}
      {note !== undefined && <p className="muted">{note}</p>}
      {model !== undefined && !entry.isLocked && (
        <>
          <TextArea
            label={words.entries.instruction}
            hint={words.entries.instructionHint(model)}
            maxLength={2000}
            value={instruction}
            onChange={(event) => setInstruction(event.target.value)}
          />
          <Loaded answer={estimate}>{(found) => <Estimate estimate={found} />}</Loaded>
        </>
      )}
      {error !== null && <Failure error={error} />}
      {isTooLate && <p role="alert">{words.entries.proposeTooLate}</p>}
      {proposal !== undefined && <Proposed entry={entry} proposal={proposal} />}
      <div className="row row-end">
        <Button onClick={onClose}>
          {proposal === undefined
            ? words.actions.cancel
            : isExplained(entry)
              ? words.entries.keepThis
              : words.actions.close}
        </Button>
        {/* The built-in engine says the same as often as it is asked. */}
        {(proposal === undefined || model !== undefined) && (
          <Button
            type="submit"
            kind={canAccept ? 'plain' : 'primary'}
            busy={propose.isPending}
            disabled={entry.isLocked}
          >
            {proposal !== undefined
              ? words.entries.proposeAgain
              : words.entries[isExplained(entry) ? 'propose' : 'proposeFirst']}
          </Button>
        )}
        {canAccept && (
          <Button kind="primary" busy={accept.isPending} onClick={() => proposal !== undefined && take(proposal)}>
            {words.entries.acceptProposal}
          </Button>
        )}
      </div>
    </form>
  );
}

function Proposed({ entry, proposal }: { readonly entry: EntryDetail; readonly proposal: DefinitionProposal }) {
  const words = useWords();
  const { definition, diff, usage } = proposal;
  // A sentence that shows the word in use once more says no more what it is than before.
  if (definition === undefined || (!isExplained(entry) && isSame(proposal)))
    return <p role="status">{words.entries.proposedNothing}</p>;
  const passages = definition.statements.reduce((sum, { evidence }) => sum + evidence.length, 0);
  return (
    <section aria-label={words.entries.proposal} className="stack">
      {isSame(proposal) ? (
        <p role="status">{words.entries.proposedSame}</p>
      ) : (
        <WordDiff parts={diff} lang={entry.language} />
      )}
      <p className="muted row" role="status">
        <Confidence value={definition.confidence} />
        <span>{words.entries.standsOn(passages)}</span>
        {usage.calls > 0 && (
          <span className="numbers">
            {words.list([
              words.runs.tokenCount(usage.inputTokens + usage.outputTokens),
              usage.unpricedCalls > 0 ? words.runs.unpriced : words.runs.cost(usage.cost),
            ])}
          </span>
        )}
      </p>
    </section>
  );
}

function isSame({ diff }: DefinitionProposal): boolean {
  return diff.every(({ kind }) => kind === 'same');
}
