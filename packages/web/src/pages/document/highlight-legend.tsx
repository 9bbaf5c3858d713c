import { highlightStates, type HighlightState } from '../../documents/highlight-state.ts';
import { Checkbox } from '../../ui/field.tsx';
import { useWords } from '../../words/words.tsx';

/** What the highlights mean; each kind can be left out, and is then neither drawn nor stepped through. */
export function HighlightLegend({
  hidden,
  onHide,
}: {
  readonly hidden: ReadonlySet<HighlightState>;
  readonly onHide: (hidden: ReadonlySet<HighlightState>) => void;
}) {
  const words = useWords();
  return (
    <ul className="legend">
      {highlightStates.map((state) => (
        <li key={state}>
          <Checkbox
            label={<span className={`hl hl-${state}`}>{words.document.states[state]}</span>}
            checked={!hidden.has(state)}
            onChange={({ target: { checked } }) =>
              onHide(new Set(highlightStates.filter((one) => (one === state ? !checked : hidden.has(one)))))
            }
          />
        </li>
      ))}
    </ul>
  );
}
