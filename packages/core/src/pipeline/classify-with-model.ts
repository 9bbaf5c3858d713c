import type { Term } from '../domain/index.ts';
import {
  type CandidateRequest,
  CLASSIFICATION_PROMPT_VERSION,
  classifyCandidates,
  type Verdict,
} from '../extraction/classification-prompt.ts';
import { promptLanguage } from '../llm/compose-prompt.ts';
import type { LanguageModel } from '../llm/language-model.ts';
import { contentHash } from '../text/content-hash.ts';
import type { DigestedDocument } from './artifacts.ts';
import { askInBatches, type ModelItem } from './ask-in-batches.ts';
import type { ExecutionContext } from './execution-context.ts';
import { inSlices, mapped } from '../runtime/in-slices.ts';
import { passagesForWriter } from './passages-for-writer.ts';

/** How many more candidates are judged than terms are wanted, so that those that go make room. */
export const JUDGED = 1.3;

const PASSAGES = 3;

/** A model that leaves less than this share of what the scores would keep is not believed. */
const FEWEST_LEFT = 1 / 3;

/**
 * The first `limit` terms that a model does not call general words or fragments; `terms` holds more than that, best
 * first. Required terms are not asked about and always stay; a term that the model could not be asked about stays too.
 *
 * @throws as `askInBatches`
 */
export async function classifyWithModel(
  terms: readonly Term[],
  {
    limit,
    digests,
    model,
    execution,
  }: {
    readonly limit: number;
    readonly digests: readonly DigestedDocument[];
    readonly model: LanguageModel;
    readonly execution: ExecutionContext;
  },
): Promise<readonly Term[]> {
  const open = terms.filter(({ reason }) => reason !== 'required');
  const named = open.map(({ key, term, language, forms }) => {
    return { key: `${language} ${key}`, language, names: [...new Set([term, ...forms.map(({ text }) => text)])] };
  });
  const passages = new Map(await inSlices(passagesForWriter(named, digests, { most: PASSAGES }), execution.signal));
  // A word that stands inside longer candidates alone is shown in those: nobody can judge a bare word.
  const bare = named.filter(({ key }) => (passages.get(key) ?? []).length === 0);
  const inside = await inSlices(passagesForWriter(bare, digests, { most: PASSAGES }), execution.signal);
  for (const [key, found] of inside) passages.set(key, found);
  const itemOf = ({ term, language }: Term, index: number): ModelItem<CandidateRequest> => {
    const chosen = passages.get(named[index]?.key ?? '') ?? [];
    const item = { language, term, passages: chosen.map(({ text }) => text) };
    return {
      item,
      key: contentHash(JSON.stringify([CLASSIFICATION_PROMPT_VERSION, model.identity, item])),
      name: term,
      group: promptLanguage(language),
    };
  };
  const items = await inSlices(mapped(open, itemOf), execution.signal);
  const answers = await askInBatches<CandidateRequest, Verdict>(items, execution, {
    step: 'classify',
    model,
    promptVersion: CLASSIFICATION_PROMPT_VERSION,
    ask: classifyCandidates,
  });
  const verdicts = new Map(open.map((term, index) => [term, answers.get(items[index]?.key ?? '')]));
  const judged = selected(terms, limit, (term) => DROPPED.has(verdicts.get(term) ?? 'term'));
  const left = judged.filter(({ reason }) => reason !== 'required').length;
  if (left < Math.min(limit, open.length) * FEWEST_LEFT) {
    const message = `The model would leave ${left} of ${Math.min(limit, open.length)} terms; the scores decide instead.`;
    execution.report({ type: 'log', level: 'warn', message });
    return selected(terms, limit, () => false);
  }
  return judged.map((term) => (verdicts.get(term) === 'name' ? { ...term, kind: 'proper-name' } : term));
}

const DROPPED: ReadonlySet<Verdict> = new Set(['general', 'fragment']);

function selected(terms: readonly Term[], limit: number, isDropped: (term: Term) => boolean): readonly Term[] {
  let room = limit;
  return terms.filter((term) => {
    if (term.reason === 'required') return true;
    if (room === 0 || isDropped(term)) return false;
    room -= 1;
    return true;
  });
}
