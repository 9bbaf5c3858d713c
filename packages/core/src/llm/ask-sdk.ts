import type { JSONSchema7, LanguageModelV4, LanguageModelV4Content } from '@ai-sdk/provider';
import type { Ask, Reply } from './ask.ts';

/** A model of the AI SDK as an adapter: one call to its lowest layer, which neither retries nor parses. */
export function askSdk(model: LanguageModelV4): Ask {
  return async ({ instructions, prompt, shape, maxOutputTokens, temperature, signal }) => {
    const { content, finishReason, usage, structuredOutputText, response } = await model.doGenerate({
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
    });
    return {
      text: structuredOutputText ?? content.map(textOf).join(''),
      finish: finishOf(finishReason.unified),
      inputTokens: usage.inputTokens.total,
      outputTokens: usage.outputTokens.total,
      ...(response?.modelId === undefined ? {} : { servedModel: response.modelId }),
    };
  };
}

function textOf(content: LanguageModelV4Content): string {
  return content.type === 'text' ? content.text : '';
}

function finishOf(reason: string): Reply['finish'] {
  if (reason === 'stop' || reason === 'length') return reason;
  return reason === 'content-filter' ? 'refused' : 'other';
}
