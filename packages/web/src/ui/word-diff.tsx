import type { DiffPart } from '@genglossary/core/domain';
import './word-diff.css';

/** From this share of changed characters on, two texts are easier to read than their mixture. */
const rewritten = 0.6;

/** What became of a text: word by word, or, of one that was written anew, the old and the new. Signs say it, not colour alone. */
export function WordDiff({ parts, lang }: { readonly parts: readonly DiffPart[]; readonly lang?: string | undefined }) {
  if (isRewritten(parts)) {
    return (
      <div className="reading word-diff word-diff-whole" lang={lang}>
        <p>
          <del>{textWithout(parts, 'added')}</del>
        </p>
        <p>
          <ins>{textWithout(parts, 'removed')}</ins>
        </p>
      </div>
    );
  }
  return (
    <p className="reading word-diff" lang={lang}>
      {parts.map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
        ) : kind === 'added' ? (
          <ins key={index}>{text}</ins>
        ) : (
          <del key={index}>{text}</del>
        ),
      )}
    </p>
  );
}

/** Whether so little is left of the old text that a mixture of both is no text. */
export function isRewritten(parts: readonly DiffPart[]): boolean {
  const [old, next] = [textWithout(parts, 'added').length, textWithout(parts, 'removed').length];
  if (old === 0 || next === 0) return false;
  const same = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  return 1 - (2 * same) / (old + next) > rewritten;
}

function textWithout(parts: readonly DiffPart[], left: 'added' | 'removed'): string {
  return parts.reduce((text, part) => (part.kind === left ? text : text + part.text), '');
}
