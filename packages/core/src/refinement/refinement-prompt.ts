import { z } from 'zod';
import type { LanguageTag } from '../domain/index.ts';
import { composePrompt, languageName, type PromptLanguage, promptLanguage } from '../llm/compose-prompt.ts';
import { fencePolicy } from '../llm/fence.ts';
import { TRANSLATED_FORM, translationRule } from '../llm/output-language.ts';
import type { LanguageModel, ModelAnswer } from '../llm/language-model.ts';

/** Part of the key of every remembered answer. */
export const REFINEMENT_PROMPT_VERSION = 'refine/2';

/** An entry whose definition is to be revised, and why. */
export interface RevisionRequest {
  readonly language: LanguageTag;
  /** Of the statements, where it is another one than that of the passages. */
  readonly outputLanguage?: LanguageTag;
  readonly names: readonly string[];
  readonly definition: string;
  /** What review found, one sentence each. */
  readonly issues: readonly string[];
  readonly passages: readonly string[];
  /** What a person noted about the term: which meaning is meant. No passage: nothing can rest on it. */
  readonly note?: string;
}

const revisions = z.object({
  entries: z.array(
    z.object({
      entry: z.number(),
      statements: z.array(z.object({ text: z.string(), passages: z.array(z.number()) })),
    }),
  ),
});

/** The same in another language than the passages', with the words that each statement translates. */
const translatedRevisions = z.object({
  entries: z.array(
    z.object({
      entry: z.number(),
      statements: z.array(z.object({ text: z.string(), quote: z.string(), passages: z.array(z.number()) })),
    }),
  ),
});

export type RevisedStatement = z.infer<typeof revisions>['entries'][number]['statements'][number] & {
  /** The words of a passage that it translates. */
  readonly quote?: string;
};

/**
 * Asks a model to revise some definitions of one language, in one call; by the place of the entry.
 *
 * @throws `llm/…` · the signal's reason
 */
export async function reviseDefinitions(
  requests: readonly RevisionRequest[],
  { model, signal }: { readonly model: LanguageModel; readonly signal: AbortSignal },
): Promise<ModelAnswer<ReadonlyMap<number, readonly RevisedStatement[]>>> {
  const { language = 'und', outputLanguage } = requests[0] ?? {};
  const words = WORDS[promptLanguage(language)];
  const answer = await model.generate({
    instructions: instructionsFor(language, outputLanguage),
    prompt: composePrompt(
      requests.map(({ names, definition, issues, passages, note }, index) => ({
        title: `${words.entry} ${index + 1}`,
        data: [
          ...names.slice(0, 6).map((text, at) => ({ label: at === 0 ? words.name : words.otherName, text })),
          ...(note === undefined ? [] : [{ label: words.note, text: note }]),
          { label: words.definition, text: definition },
          ...issues.map((text) => ({ label: words.issue, text })),
          ...passages.map((text, at) => ({ label: `${words.passage} ${at + 1}`, text })),
        ],
      })),
    ),
    schema: outputLanguage === undefined ? revisions : translatedRevisions,
    schemaName: 'revisions',
    blank: { entries: requests.map((_, index) => ({ entry: index + 1, statements: [] })) },
    signal,
  });
  const revised = new Map<number, readonly RevisedStatement[]>();
  for (const { entry, statements } of answer.value.entries) {
    const place = entry - 1;
    if (!Number.isInteger(place) || place < 0 || place >= requests.length || revised.has(place)) continue;
    revised.set(place, statements);
  }
  return { ...answer, value: revised };
}

function instructionsFor(language: LanguageTag, outputLanguage: LanguageTag | undefined): string {
  const prompt = promptLanguage(language);
  return outputLanguage === undefined
    ? INSTRUCTIONS[prompt]({ rule: OWN_LANGUAGE[prompt](languageName(language)), form: FORM })
    : INSTRUCTIONS[prompt]({
        rule: `${ONE_STATEMENT[prompt]} ${translationRule(prompt, outputLanguage)}`,
        form: TRANSLATED_FORM,
      });
}

const OWN_LANGUAGE: Readonly<Record<PromptLanguage, (language: string) => string>> = {
  en: (language) => `Write one statement, of one sentence, in ${language}.`,
  ja: () => '1文を日本語で書く。',
};

const ONE_STATEMENT: Readonly<Record<PromptLanguage, string>> = {
  en: 'Write one statement, of one sentence.',
  ja: '1文だけ書く。',
};

const WORDS = {
  en: {
    entry: 'Entry',
    name: 'name',
    otherName: 'other name',
    definition: 'definition',
    issue: 'issue',
    note: 'note',
    passage: 'passage',
  },
  ja: {
    entry: '項目',
    name: '名前',
    otherName: '別名',
    definition: '定義',
    issue: '指摘',
    note: 'メモ',
    passage: '抜粋',
  },
} as const;

const FORM = '{"entries":[{"entry":1,"statements":[{"text":"…","passages":[1]}]}]}';

interface Asked {
  /** About length and language. */
  readonly rule: string;
  readonly form: string;
}

const INSTRUCTIONS: Readonly<Record<PromptLanguage, (asked: Asked) => string>> = {
  en: ({ rule, form }) =>
    `You revise definitions of a glossary. For each entry you get its name, its definition, what an editor found wrong with it, and numbered passages of the documents.

Rules
1. Answer what was found, and change nothing else. Where the passages do not allow it, give no statements for that entry.
2. Rest every statement on the passages and give their numbers. Say nothing that they do not say: no knowledge of your own, and no name, number, date or example that is not in them.
3. Keep to the words of the passages. Copy a sentence, leave out what is beside the point, and change as little as you can. Every "not", "only" and "more than" stays.
4. ${rule}
5. A note says which meaning an editor has in mind. It helps to choose, and holds nothing to quote.

${fencePolicy.en}

Answer with one JSON object of this form, with one element for each entry and the entry's number in it: ${form}`,
  ja: ({ rule, form }) =>
    `用語集の定義を直す。項目ごとに、名前、定義、編集者の指摘、番号つきの文書の抜粋を示す。

規則
1. 指摘にだけ答え、ほかは変えない。抜粋から答えられないときは、その項目の文を空にする。
2. どの文も抜粋に基づかせ、その番号を示す。抜粋にないことは書かない。自分の知識、抜粋にない名前・数・日付・例を加えない。
3. 抜粋の言葉をそのまま使う。文を写し、関係のない部分を省き、変更は最小限にする。「ない」「だけ」「以上」などは必ず残す。
4. ${rule}
5. メモは、編集者がどの意味を考えているかを示す。選ぶ助けにするだけで、引用はしない。

${fencePolicy.ja}

次の形のJSONオブジェクト1つだけで答える。項目ごとに1要素とし、その番号を入れる: ${form}`,
};
