import { useState } from 'react';
import type { IssueView } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words/words.tsx';
import { countRules, shareWrong } from './count-rules.ts';

/** How good the review is, by rule: a press shows what each found and what people made of it. */
export function ReviewQuality({ issues }: { readonly issues: readonly IssueView[] }) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{words.issues.quality}</Button>
      <Dialog
        title={words.issues.quality}
        description={words.issues.qualityHint}
        open={isOpen}
        onClose={() => setIsOpen(false)}
        wide
      >
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it can be wider than the window */}
        <div className="quality" role="region" aria-label={words.issues.quality} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.issues.rule}</th>
                <th scope="col">{words.issues.found}</th>
                <th scope="col">{words.issues.open}</th>
                <th scope="col">{words.issues.resolved}</th>
                <th scope="col">{words.issues.dismissed}</th>
                <th scope="col">{words.issues.reasons['not-a-problem']}</th>
              </tr>
            </thead>
            <tbody>
              {countRules(issues).map((count) => {
                const wrong = shareWrong(count);
                return (
                  <tr key={count.rule}>
                    <th scope="row">{words.issues.ruleNames[count.rule] ?? count.rule}</th>
                    <td className="numbers">{words.number(count.found)}</td>
                    <td className="numbers">{words.number(count.open)}</td>
                    <td className="numbers">{words.number(count.resolved)}</td>
                    <td className="numbers">{words.number(count.dismissed)}</td>
                    <td className="numbers">{wrong === undefined ? words.issues.undecided : words.percent(wrong)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        <div className="row row-end">
          <Button onClick={() => setIsOpen(false)}>{words.actions.close}</Button>
        </div>
      </Dialog>
    </>
  );
}
