import { z } from 'zod';
import type { LanguageTag } from '../domain/index.ts';
import { composePrompt, promptLanguage } from '../llm/compose-prompt.ts';
import { fencePolicy } from '../llm/fence.ts';
import type { LanguageModel, ModelAnswer } from '../llm/language-model.ts';

/** Part of the key of every remembered answer. */
export const CLASSIFICATION_PROMPT_VERSION = 'classify/1';

/** A candidate as a model judges it: never a bare word, always in use. */
export interface CandidateRequest {
  readonly language: LanguageTag;
  readonly term: string;
  readonly passages: readonly string[];
}

export const verdicts = ['term', 'name', 'general', 'fragment'] as const;
export type Verdict = (typeof verdicts)[number];

const judged = z.object({ candidates: z.array(z.object({ candidate: z.number(), verdict: z.enum(verdicts) })) });

/**
 * Asks a model what some candidates of one language are, in one call; by the place of the candidate. What the model made
 * up is not heard.
 *
 * @throws `llm/…` · the signal's reason
 */
export async function classifyCandidates(
  requests: readonly CandidateRequest[],
  { model, signal }: { readonly model: LanguageModel; readonly signal: AbortSignal },
): Promise<ModelAnswer<ReadonlyMap<number, Verdict>>> {
  const language = promptLanguage(requests[0]?.language ?? 'und');
  const words = WORDS[language];
  const answer = await model.generate({
    instructions: INSTRUCTIONS[language],
    prompt: composePrompt(
      requests.map(({ term, passages }, index) => ({
        title: `${words.candidate} ${index + 1}`,
        data: [
          { label: words.name, text: term },
          ...passages.map((text, at) => ({ label: `${words.passage} ${at + 1}`, text })),
        ],
      })),
    ),
    schema: judged,
    schemaName: 'verdicts',
    blank: { candidates: requests.map((_, index) => ({ candidate: index + 1, verdict: 'term' as const })) },
    signal,
  });
  const found = new Map<number, Verdict>();
  for (const { candidate, verdict } of answer.value.candidates) {
    const place = candidate - 1;
    if (Number.isInteger(place) && place >= 0 && place < requests.length && !found.has(place))
      found.set(place, verdict);
  }
  return { ...answer, value: found };
}

const WORDS = {
  en: { candidate: 'Candidate', name: 'name', passage: 'passage' },
  ja: { candidate: '候補', name: '名前', passage: '抜粋' },
} as const;

const FORM = '{"candidates":[{"candidate":1,"verdict":"term"}]}';

const INSTRUCTIONS = {
  en: `You choose what belongs into the glossary of a body of documents. For each candidate you get its name and passages that use it. Judge it by its use there, not by what you know of the word.

Verdicts
- "term": it names a thing, a kind of thing, a method or a quality of the subject, and a newcomer to the documents would look it up.
- "name": it names one particular person, place, organisation, product or work that the documents tell about.
- "general": an everyday word in its everyday sense, or one that any reader knows.
- "fragment": a piece of a longer name, or words that name nothing together.
When in doubt between "term" and "general", say "term".

${fencePolicy.en}

Answer with one JSON object of this form, with one element for each candidate and its number in it: ${FORM}`,
  ja: `文書群の用語集に入れる言葉を選ぶ。候補ごとに、名前と、それを使っている抜粋を示す。その言葉の一般的な知識ではなく、抜粋での使われ方で判断する。

判定
- "term": その分野の物、種類、方法、性質の名前で、文書を初めて読む人が意味を調べるもの。
- "name": 文書が語る特定の人、場所、組織、製品、作品の名前。
- "general": ふだんの意味で使われているふつうの言葉や、だれでも知っている言葉。
- "fragment": より長い名前の一部や、まとまった名前になっていない言葉。
"term" か "general" か迷うときは "term" とする。

${fencePolicy.ja}

次の形のJSONオブジェクト1つだけで答える。候補ごとに1要素とし、その番号を入れる: ${FORM}`,
} as const;
