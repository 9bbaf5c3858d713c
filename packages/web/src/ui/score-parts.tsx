import type { ScorePart } from '@genglossary/core/domain';
import { useWords } from '../words/words.tsx';
import './score-parts.css';

/** Why the tool took this for a term: the parts of its score, which sum to it. */
export function ScoreParts({ parts, total }: { readonly parts: readonly ScorePart[]; readonly total: number }) {
  const words = useWords();
  if (parts.length === 0) return null;
  return (
    <details className="score">
      <summary>{words.entries.why}</summary>
      <table className="numbers">
        <tbody>
          {parts.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{words.scoreParts[name] ?? name}</th>
              <td>{value.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.entries.whyTotal}</th>
            <td>{total.toFixed(2)}</td>
          </tr>
        </tfoot>
      </table>
    </details>
  );
}
