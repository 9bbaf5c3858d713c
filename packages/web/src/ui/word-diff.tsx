import type { DiffPart } from '@genglossary/core/domain';
import './word-diff.css';

/** What became of a text, word by word: signs and lines say it, not colour alone. */
export function WordDiff({ parts, lang }: { readonly parts: readonly DiffPart[]; readonly lang?: string | undefined }) {
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
