import { Chip, type Tone } from '../ui/chip.tsx';
import { useWords } from '../words/words.tsx';
import type { PlannedFile } from './plan-upload.ts';

const verdicts = ['add', 'update', 'same', 'reject'] as const;
const tones: Readonly<Record<PlannedFile['verdict'], Tone>> = {
  add: 'ok',
  update: 'accent',
  same: 'neutral',
  reject: 'warn',
};
const mostShown = 500;

/** Every file that came in and what will become of it; the four counts sum to all of them. */
export function PlanList({ plan }: { readonly plan: readonly PlannedFile[] }) {
  const words = useWords();
  const shown = plan
    .toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || (a.path < b.path ? -1 : 1))
    .slice(0, mostShown);
  return (
    <section className="panel plan" aria-label={words.drop.plan}>
      <div className="spread">
        <h2>{words.drop.planned(plan.length)}</h2>
        <div className="row">
          {verdicts.map((verdict) => {
            const count = plan.filter((one) => one.verdict === verdict).length;
            return count === 0 ? null : (
              <Chip key={verdict} tone={tones[verdict]}>
                {words.number(count)} {words.drop.verdicts[verdict]}
              </Chip>
            );
          })}
        </div>
      </div>
      {/* A list that scrolls is reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className="plan-files" tabIndex={0}>
        {shown.map((one, index) => (
          <li key={`${index}${one.path}`} className={one.verdict === 'reject' ? 'plan-rejected' : ''}>
            <span className="plan-path">{one.path}</span>
            <span className="plan-line">
              {one.verdict === 'reject'
                ? words.drop.reasons[one.reason]
                : one.isWord
                  ? words.drop.wordDocument
                  : one.firstLine}
            </span>
            <span className="plan-verdict">{words.drop.verdicts[one.verdict]}</span>
          </li>
        ))}
      </ul>
      {plan.length > mostShown && <p className="muted">{words.entries.more(plan.length - mostShown)}</p>}
    </section>
  );
}
