import type { Candidate, CandidateForm } from '../domain/index.ts';

/** One candidate of two names of one thing; the lesser name is remembered. */
export function foldName(better: Candidate, other: Candidate): Candidate {
  return { ...mergeCandidates(better, other), folded: other };
}

/** One candidate of two that mean the same: named as the more frequent one, with the place and the score of the better. */
export function mergeCandidates(better: Candidate, other: Candidate): Candidate {
  const definitions = (better.definitions ?? 0) + (other.definitions ?? 0);
  const counts = new Map<string, number>();
  for (const { text, count } of [...better.forms, ...other.forms]) counts.set(text, (counts.get(text) ?? 0) + count);
  return {
    ...(other.frequency > better.frequency ? other : better),
    forms: [...counts].map(([text, count]): CandidateForm => ({ text, count })).toSorted(byCount),
    frequency: better.frequency + other.frequency,
    documentFrequency: Math.max(better.documentFrequency, other.documentFrequency),
    score: better.score,
    parts: better.parts,
    ...(definitions > 0 && { definitions }),
  };
}

function byCount(a: CandidateForm, b: CandidateForm): number {
  return b.count - a.count || (a.text < b.text ? -1 : 1);
}
