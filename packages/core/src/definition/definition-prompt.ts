import { z } from 'zod';
import type { LanguageTag } from '../domain/index.ts';
import { composePrompt, languageName, type PromptLanguage, promptLanguage } from '../llm/compose-prompt.ts';
import { fencePolicy } from '../llm/fence.ts';
import { TRANSLATED_FORM, translationRule } from '../llm/output-language.ts';

/** Part of the key of every remembered answer: a new wording asks anew. */
export const DEFINITION_PROMPT_VERSION = 'define/2';

/** What a writer is asked about one entry. */
export interface WritingRequest {
  readonly language: LanguageTag;
  /** Of the statements, where it is another one than that of the passages. */
  readonly outputLanguage?: LanguageTag;
  /** The preferred name first. */
  readonly names: readonly string[];
  /** Texts of the passages; statements cite them by their number, from 1. */
  readonly passages: readonly string[];
  /** What a person noted about the term: which meaning is meant. No passage: nothing can rest on it. */
  readonly note?: string;
  /** Statements of an earlier answer that did not stand on the passages, and the words that they do not hold. */
  readonly findings?: readonly { readonly statement: string; readonly words: readonly string[] }[];
}

export const writtenEntries = z.object({
  entries: z.array(
    z.object({
      entry: z.number(),
      statements: z.array(z.object({ text: z.string(), passages: z.array(z.number()) })),
    }),
  ),
});

/** The same in another language than the passages', with the words that each statement translates. */
export const translatedEntries = z.object({
  entries: z.array(
    z.object({
      entry: z.number(),
      statements: z.array(z.object({ text: z.string(), quote: z.string(), passages: z.array(z.number()) })),
    }),
  ),
});

export type WrittenStatement = z.infer<typeof writtenEntries>['entries'][number]['statements'][number] & {
  /** The words of a passage that it translates. */
  readonly quote?: string;
};

/** The same for all entries in one language, so that servers reuse it. Its example of the form holds no words. */
export function definitionInstructions(language: LanguageTag, outputLanguage?: LanguageTag): string {
  const prompt = promptLanguage(language);
  return outputLanguage === undefined
    ? INSTRUCTIONS[prompt]({ rule: OWN_LANGUAGE[prompt](languageName(language)), form: FORM })
    : INSTRUCTIONS[prompt]({ rule: translationRule(prompt, outputLanguage), form: TRANSLATED_FORM });
}

const OWN_LANGUAGE: Readonly<Record<PromptLanguage, (language: string) => string>> = {
  en: (language) => `Write in ${language}.`,
  ja: () => '日本語で書く。',
};

const FORM = '{"entries":[{"entry":1,"statements":[{"text":"…","passages":[1]}]}]}';

interface Asked {
  /** About the language. */
  readonly rule: string;
  readonly form: string;
}

const INSTRUCTIONS: Readonly<Record<PromptLanguage, (asked: Asked) => string>> = {
  en: ({ rule, form }) =>
    `You write the definitions of a glossary from passages of documents. Each entry gives a name and numbered passages.

Rules
1. Write one statement that says what the named thing is: of what kind it is and what sets it apart from others of its kind, in one sentence. Only where its meaning needs more, write a second one.
2. Rest every statement on the passages and give their numbers. Say nothing that they do not say: no knowledge of your own, and no name, number, date or example that is not in them.
3. Keep to the words of the passages. Copy a sentence, leave out what is beside the point, and change as little as you can. Every "not", "only" and "more than" stays.
4. Where the passages use the name and never tell what it is, give no statements for that entry.
5. A note says which meaning an editor has in mind. It helps to choose, and holds nothing to quote.
6. ${rule}

${fencePolicy.en}

Answer with one JSON object of this form, with one element for each entry and the entry's number in it: ${form}`,
  ja: ({ rule, form }) =>
    `文書の抜粋から用語集の定義を書く。項目ごとに、名前と番号つきの抜粋を示す。

規則
1. その名前が何であるかを述べる文を1つ書く。それが何の一種で、同類の他のものと何が違うかを1文で述べる。意味を伝えるのにどうしても足りないときだけ、2つめの文を書く。
2. どの文も抜粋に基づかせ、その番号を示す。抜粋にないことは書かない。自分の知識、抜粋にない名前・数・日付・例を加えない。
3. 抜粋の言葉をそのまま使う。文を写し、関係のない部分を省き、変更は最小限にする。「ない」「だけ」「以上」などは必ず残す。
4. 抜粋がその名前を使うだけで、何であるかを述べていないときは、その項目の文を空にする。
5. メモは、編集者がどの意味を考えているかを示す。選ぶ助けにするだけで、引用はしない。
6. ${rule}

${fencePolicy.ja}

次の形のJSONオブジェクト1つだけで答える。項目ごとに1要素とし、その番号を入れる: ${form}`,
};

/** The entries of one call. */
export function definitionPrompt(requests: readonly WritingRequest[]): string {
  const isJapanese = requests.every(({ language }) => promptLanguage(language) === 'ja');
  const words = isJapanese ? WORDS.ja : WORDS.en;
  return composePrompt(
    requests.map(({ names, passages, note, findings = [] }, index) => ({
      title: `${words.entry} ${index + 1}`,
      data: [
        ...names.slice(0, 6).map((text, at) => ({ label: at === 0 ? words.name : words.otherName, text })),
        ...(note === undefined ? [] : [{ label: words.note, text: note }]),
        ...passages.map((text, at) => ({ label: `${words.passage} ${at + 1}`, text })),
        ...findings.flatMap(({ statement, words: missing }) => [
          { label: words.refused, text: statement },
          ...(missing.length === 0 ? [] : [{ label: words.missing, text: missing.join(' / ') }]),
        ]),
      ],
    })),
  );
}

const WORDS = {
  en: {
    entry: 'Entry',
    name: 'name',
    otherName: 'other name',
    passage: 'passage',
    note: 'note',
    refused: 'your earlier statement, which the passages do not support: write it anew',
    missing: 'what the passages do not hold',
  },
  ja: {
    entry: '項目',
    name: '名前',
    otherName: '別名',
    passage: '抜粋',
    note: 'メモ',
    refused: '前に書いた文（抜粋に根拠がないので書き直す）',
    missing: '抜粋にない言葉',
  },
} as const;
