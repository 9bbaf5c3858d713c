import { tellIssue } from '@genglossary/core/domain';
import type { IssueView } from '../../data/shapes.ts';
import { KeyOf } from '../../keyboard/keys.tsx';
import { usePreferences } from '../../preferences/store.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.tsx';

interface IssueBarProps {
  readonly issue: IssueView;
  readonly onAccept: () => void;
  readonly onEdit: () => void;
  readonly onDismiss: () => void;
  readonly onLater: () => void;
  readonly onReopen: () => void;
}

/** What an issue says, above the entry it is about, and what can be done with it. */
export function IssueBar({ issue, onAccept, onEdit, onDismiss, onLater, onReopen }: IssueBarProps) {
  const words = useWords();
  const { language } = usePreferences();
  const told = tellIssue(issue, language, issue);
  return (
    <div className="issue-bar">
      <p>
        <strong lang={language}>{told}</strong>
        {/* What it names already is not said twice. */}
        {!told.includes(issue.quote) && <q className="issue-quote">{issue.quote}</q>}
      </p>
      <div className="row">
        {issue.state === 'open' ? (
          <>
            <Button size="small" onClick={onAccept}>
              {words.issues.accept} <KeyOf command="issues.accept" />
            </Button>
            <Button size="small" onClick={onEdit}>
              {words.issues.edit} <KeyOf command="issues.edit" />
            </Button>
            <Button size="small" onClick={onDismiss}>
              {words.issues.dismiss} <KeyOf command="issues.dismiss" />
            </Button>
            <Button size="small" kind="quiet" onClick={onLater}>
              {words.issues.later} <KeyOf command="issues.later" />
            </Button>
          </>
        ) : (
          <Button size="small" onClick={onReopen}>
            {words.issues.reopen}
          </Button>
        )}
      </div>
    </div>
  );
}
