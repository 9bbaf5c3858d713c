import { z } from 'zod';
import type { LanguageTag, RelationKind } from '../domain/index.ts';
import { composePrompt, languageName, promptLanguage } from '../llm/compose-prompt.ts';
import { fencePolicy } from '../llm/fence.ts';
import type { LanguageModel, ModelAnswer } from '../llm/language-model.ts';

/** Part of the key of every remembered answer. */
export const REVIEW_PROMPT_VERSION = 'review/2';

/** An entry as a model reads it over. */
export interface ReviewRequest {
  readonly language: LanguageTag;
  /** In which messages to editors are written; that of the entry unless told. */
  readonly messageLanguage?: LanguageTag;
  readonly names: readonly string[];
  readonly definition: string;
  /** The words of the documents that the definition rests on. */
  readonly evidence: readonly string[];
}

const kinds = ['unclear', 'contradiction', 'missing-relation', 'unnecessary'] as const;
const relations = ['broader', 'narrower', 'part-of', 'synonym', 'see-also', 'none'] as const satisfies readonly (
  | RelationKind
  | 'none'
)[];

const findings = z.object({
  entries: z.array(
    z.object({
      entry: z.number(),
      findings: z.array(
        z.object({
          kind: z.enum(kinds),
          quote: z.string(),
          message: z.string(),
          other: z.string(),
          relation: z.enum(relations),
        }),
      ),
    }),
  ),
});

/** What a model finds wrong with one entry, in its own words. */
export type ModelFinding = z.infer<typeof findings>['entries'][number]['findings'][number];

/**
 * Asks a model to read over some entries of one language, in one call; by the place of the entry. An entry that the
 * answer does not name has no findings, unless the answer broke off.
 *
 * @throws `llm/…` · the signal's reason
 */
export async function reviewEntries(
  requests: readonly ReviewRequest[],
  { model, signal }: { readonly model: LanguageModel; readonly signal: AbortSignal },
): Promise<ModelAnswer<ReadonlyMap<number, readonly ModelFinding[]>>> {
  const language = requests[0]?.language ?? 'und';
  const messages = requests[0]?.messageLanguage ?? language;
  const words = WORDS[promptLanguage(language)];
  const answer = await model.generate({
    instructions: INSTRUCTIONS[promptLanguage(language)](messages),
    prompt: composePrompt(
      requests.map(({ names, definition, evidence }, index) => ({
        title: `${words.entry} ${index + 1}`,
        data: [
          ...names.slice(0, 6).map((text, at) => ({ label: at === 0 ? words.name : words.otherName, text })),
          { label: words.definition, text: definition },
          ...evidence.map((text, at) => ({ label: `${words.passage} ${at + 1}`, text })),
        ],
      })),
    ),
    schema: findings,
    schemaName: 'findings',
    blank: { entries: requests.map((_, index) => ({ entry: index + 1, findings: [] })) },
    signal,
  });
  const found = new Map<number, readonly ModelFinding[]>();
  for (const { entry, findings: own } of answer.value.entries) {
    const place = entry - 1;
    if (Number.isInteger(place) && place >= 0 && place < requests.length && !found.has(place)) found.set(place, own);
  }
  if (!answer.provenance.isTruncated) {
    for (const place of requests.keys()) if (!found.has(place)) found.set(place, []);
  }
  return { ...answer, value: found };
}

const WORDS = {
  en: { entry: 'Entry', name: 'name', otherName: 'other name', definition: 'definition', passage: 'passage' },
  ja: { entry: '項目', name: '名前', otherName: '別名', definition: '定義', passage: '抜粋' },
} as const;

const FORM =
  '{"entries":[{"entry":1,"findings":[{"kind":"unclear","quote":"…","message":"…","other":"","relation":"none"}]}]}';

const INSTRUCTIONS = {
  en: (messages: LanguageTag) =>
    `You read over the entries of a glossary. For each entry you get its name, its definition and the passages of the documents that the definition rests on. Name only what is really wrong; most entries have no findings.

Findings
- "unclear": the definition does not say what the thing is, goes round in a circle, or cannot be understood without knowing the thing already.
- "contradiction": it says other than its passages, or other than another entry here.
- "missing-relation": it belongs together with another entry here (give that entry's name in "other", and in "relation" how this entry stands to it: "broader", "narrower", "part-of", "synonym" or "see-also"), and the definition does not say so.
- "unnecessary": an everyday word that no reader of these documents looks up.
"quote" is the words of the definition that it is about, copied exactly, or empty for the whole. "message" is one sentence for an editor, in ${languageName(messages)}. "other" is empty and "relation" is "none" where they do not apply.

${fencePolicy.en}

Answer with one JSON object of this form, with one element for each entry and the entry's number in it: ${FORM}`,
  ja: (messages: LanguageTag) =>
    `用語集の項目を校閲する。項目ごとに、名前、定義、定義の根拠となった文書の抜粋を示す。本当に問題のあるところだけを挙げる。ほとんどの項目には問題がない。

指摘の種類
- "unclear": 何であるかを述べていない、堂々巡りになっている、すでに知っている人にしか分からない。
- "contradiction": 抜粋やほかの項目と食い違っている。
- "missing-relation": ここにあるほかの項目と関係があるのに、定義がそれに触れていない。"other" にその項目の名前を、"relation" にこの項目から見た関係（"broader" 上位、"narrower" 下位、"part-of" 部分、"synonym" 同義、"see-also" 関連）を入れる。
- "unnecessary": 読者が調べることのないふつうの言葉。
"quote" には指摘する部分の定義の言葉をそのまま写し、全体のときは空にする。"message" には編集者への説明を${messages === 'ja' ? '日本語' : `${languageName(messages)}（言語名）`}の1文で書く。当てはまらないとき "other" は空、"relation" は "none" とする。

${fencePolicy.ja}

次の形のJSONオブジェクト1つだけで答える。項目ごとに1要素とし、その番号を入れる: ${FORM}`,
} as const;
