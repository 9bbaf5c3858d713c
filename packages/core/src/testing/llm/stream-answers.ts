import type { ProtocolName, WireAnswer, WireCall } from './protocols.ts';

/** An answer as it goes over the wire piece by piece. */
export interface StreamedAnswer {
  readonly contentType: string;
  readonly pieces: readonly string[];
}

/** The answer in the documented form of the protocol's streams, its text in pieces of some letters. */
export function streamedAnswer(call: WireCall, answer: WireAnswer): StreamedAnswer {
  const texts = answer.text.match(/[\s\S]{1,7}/gu) ?? [];
  return streams[call.protocol](call, { ...answer, texts });
}

/** Whether it was asked to be answered so. */
export function asksForStream({ path, body }: Pick<WireCall, 'path' | 'body'>): boolean {
  return body['stream'] === true || path.includes(':streamGenerateContent');
}

type Streamed = WireAnswer & { readonly texts: readonly string[] };

const events = (values: readonly unknown[]): StreamedAnswer => ({
  contentType: 'text/event-stream',
  pieces: values.map((value) => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`),
});

function openai({ model, body }: WireCall, { texts, finish, inputTokens, outputTokens }: Streamed): StreamedAnswer {
  const chunk = (choices: readonly unknown[], more: object = {}) => ({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model,
    choices,
    ...more,
  });
  const usage = {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
  const options = body['stream_options'];
  const isCounted = typeof options === 'object' && options !== null && 'include_usage' in options;
  return events([
    chunk([{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]),
    ...texts.map((content) => chunk([{ index: 0, delta: { content }, finish_reason: null }])),
    chunk([{ index: 0, delta: {}, finish_reason: finish }]),
    ...(isCounted ? [chunk([], { usage })] : []),
    '[DONE]',
  ]);
}

function ollama({ model }: WireCall, { texts, finish, inputTokens, outputTokens }: Streamed): StreamedAnswer {
  const line = (content: string, more: object) =>
    `${JSON.stringify({ model, created_at: '2026-01-01T00:00:00Z', message: { role: 'assistant', content }, ...more })}\n`;
  const end = { done: true, done_reason: finish, prompt_eval_count: inputTokens, eval_count: outputTokens };
  return {
    contentType: 'application/x-ndjson',
    pieces: [...texts.map((text) => line(text, { done: false })), line('', end)],
  };
}

function anthropic({ model, body }: WireCall, { texts, finish, inputTokens, outputTokens }: Streamed): StreamedAnswer {
  const tools = body['tools'];
  const [tool] = Array.isArray(tools) ? (tools as readonly { readonly name: string }[]) : [];
  const usage = { input_tokens: inputTokens, output_tokens: 1 };
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model, content: [], stop_reason: null, usage };
  const block =
    tool === undefined ? { type: 'text', text: '' } : { type: 'tool_use', id: 'toolu_1', input: {}, ...tool };
  const delta = (text: string) =>
    tool === undefined ? { type: 'text_delta', text } : { type: 'input_json_delta', partial_json: text };
  const reason = finish === 'length' ? 'max_tokens' : tool === undefined ? 'end_turn' : 'tool_use';
  return events([
    { type: 'message_start', message },
    { type: 'content_block_start', index: 0, content_block: block },
    ...texts.map((text) => ({ type: 'content_block_delta', index: 0, delta: delta(text) })),
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { stop_reason: reason, stop_sequence: null },
      usage: { output_tokens: outputTokens },
    },
    { type: 'message_stop' },
  ]);
}

const part = (text: string) => ({ content: { role: 'model', parts: [{ text }] }, index: 0 });

function google({ model }: WireCall, { texts, finish, inputTokens, outputTokens }: Streamed): StreamedAnswer {
  const usageMetadata = {
    promptTokenCount: inputTokens,
    candidatesTokenCount: outputTokens,
    totalTokenCount: inputTokens + outputTokens,
  };
  const finishReason = finish === 'length' ? 'MAX_TOKENS' : 'STOP';
  return events([
    ...texts.map((text) => ({ candidates: [part(text)], modelVersion: model })),
    { candidates: [{ ...part(''), finishReason }], usageMetadata, modelVersion: model },
  ]);
}

const streams: Readonly<Record<ProtocolName, (call: WireCall, answer: Streamed) => StreamedAnswer>> = {
  openai,
  azure: openai,
  ollama,
  anthropic,
  google,
};
