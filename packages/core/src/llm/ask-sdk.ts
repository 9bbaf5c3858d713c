import type {
  JSONSchema7,
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import type { Ask, Question, Reply } from './ask.ts';

/** A model of the AI SDK as an adapter: one call to its lowest layer, which neither retries nor parses. */
export function askSdk(model: LanguageModelV4): Ask {
  return (question) => (question.streams ? askInPieces : askWhole)(model, optionsOf(question));
}

function optionsOf({
  instructions,
  prompt,
  shape,
  maxOutputTokens,
  temperature,
  signal,
}: Question): LanguageModelV4CallOptions {
  return {
    prompt: [
      { role: 'system', content: instructions },
      { role: 'user', content: [{ type: 'text', text: prompt }] },
    ],
    maxOutputTokens,
    ...(temperature === undefined ? {} : { temperature }),
    ...(shape === undefined
      ? {}
      : { responseFormat: { type: 'json', name: shape.name, schema: shape.schema as JSONSchema7 } }),
    abortSignal: signal,
  };
}

async function askWhole(model: LanguageModelV4, options: LanguageModelV4CallOptions): Promise<Reply> {
  const { content, finishReason, usage, structuredOutputText, response } = await model.doGenerate(options);
  const text = structuredOutputText ?? content.map(textOf).join('');
  return replyOf(text, { finishReason, usage, servedModel: response?.modelId });
}

async function askInPieces(model: LanguageModelV4, options: LanguageModelV4CallOptions): Promise<Reply> {
  const { stream } = await model.doStream(options);
  let text = '';
  let servedModel: string | undefined;
  let end: Pick<End, 'finishReason' | 'usage'> | undefined;
  for await (const part of stream) {
    if (part.type === 'text-delta') text += part.delta;
    else if (part.type === 'response-metadata') servedModel = part.modelId ?? servedModel;
    else if (part.type === 'finish') end = part;
    else if (part.type === 'error') throw part.error;
  }
  if (end === undefined) throw new Error('The stream ended before the answer did.');
  return replyOf(text, { ...end, servedModel });
}

interface End {
  readonly finishReason: LanguageModelV4FinishReason;
  readonly usage: LanguageModelV4Usage;
  readonly servedModel: string | undefined;
}

function replyOf(text: string, { finishReason, usage, servedModel }: End): Reply {
  return {
    text,
    finish: finishOf(finishReason.unified),
    inputTokens: usage.inputTokens.total,
    outputTokens: usage.outputTokens.total,
    ...(servedModel === undefined ? {} : { servedModel }),
  };
}

function textOf(content: LanguageModelV4Content): string {
  return content.type === 'text' ? content.text : '';
}

function finishOf(reason: string): Reply['finish'] {
  if (reason === 'stop' || reason === 'length') return reason;
  return reason === 'content-filter' ? 'refused' : 'other';
}
