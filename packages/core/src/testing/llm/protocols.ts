/** The interfaces that the fake model server speaks, built from the providers' documented formats. */
export type ProtocolName = 'openai' | 'ollama' | 'anthropic' | 'google' | 'azure';

/** One question as it came over the wire, the same for all protocols. */
export interface WireCall {
  readonly protocol: ProtocolName;
  readonly path: string;
  readonly model: string;
  readonly instructions: string;
  readonly prompt: string;
  /** The JSON schema that the server was told. */
  readonly schema: unknown;
  readonly key: string | undefined;
  /** As it was sent. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface WireAnswer {
  readonly text: string;
  readonly finish: 'stop' | 'length';
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface Protocol {
  readonly name: ProtocolName;
  isCall(path: string): boolean;
  isList(path: string): boolean;
  read(path: string, body: Record<string, unknown>): Pick<WireCall, 'model' | 'instructions' | 'prompt' | 'schema'>;
  keyOf(headers: Readonly<Record<string, string | string[] | undefined>>): string | undefined;
  answer(call: WireCall, answer: WireAnswer): unknown;
  list(models: readonly string[]): unknown;
  error(status: number, message: string, code: string): unknown;
}

type Json = Readonly<Record<string, unknown>>;

const record = (value: unknown): Json => (value !== null && typeof value === 'object' ? (value as Json) : {});
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(record) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const parts = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : list(value)
        .map((part) => text(part['text']))
        .join('');
const header = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
const bearer = (headers: Readonly<Record<string, string | string[] | undefined>>) =>
  header(headers['authorization'])?.replace(/^Bearer /u, '');

function chat(body: Json) {
  const messages = list(body['messages']);
  const of = (roles: readonly string[]) =>
    messages
      .filter((message) => roles.includes(text(message['role'])))
      .map((message) => parts(message['content']))
      .join('\n');
  return { instructions: of(['system', 'developer']), prompt: of(['user']) };
}

const openai: Protocol = {
  name: 'openai',
  isCall: (path) => path === '/v1/chat/completions',
  isList: (path) => path === '/v1/models',
  read: (_path, body) => ({
    model: text(body['model']),
    ...chat(body),
    schema: record(record(body['response_format'])['json_schema'])['schema'],
  }),
  keyOf: bearer,
  answer: ({ model }, { text: content, finish, inputTokens, outputTokens }) => ({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }],
    usage: { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens },
  }),
  list: (models) => ({ object: 'list', data: models.map((id) => ({ id, object: 'model' })) }),
  error: (_status, message, code) => ({ error: { message, type: 'invalid_request_error', param: null, code } }),
};

const azure: Protocol = {
  ...openai,
  name: 'azure',
  isCall: (path) => /^\/openai\/(?:v1|deployments\/[^/]+)\/chat\/completions$/u.test(path),
  isList: (path) => /^\/openai\/(?:v1\/)?models$/u.test(path),
  read: (path, body) => {
    const deployment = /\/deployments\/([^/]+)\//u.exec(path)?.[1];
    return {
      ...openai.read(path, body),
      ...(deployment === undefined ? {} : { model: decodeURIComponent(deployment) }),
    };
  },
  keyOf: (headers) => header(headers['api-key']),
  error: (_status, message, code) => ({
    error: { code: code === 'model_not_found' ? 'DeploymentNotFound' : code, message },
  }),
};

const ollama: Protocol = {
  name: 'ollama',
  isCall: (path) => path === '/api/chat',
  isList: (path) => path === '/api/tags',
  read: (_path, body) => ({ model: text(body['model']), ...chat(body), schema: body['format'] }),
  keyOf: bearer,
  answer: ({ model }, { text: content, finish, inputTokens, outputTokens }) => ({
    model,
    created_at: '2026-01-01T00:00:00Z',
    message: { role: 'assistant', content },
    done: true,
    done_reason: finish,
    prompt_eval_count: inputTokens,
    eval_count: outputTokens,
  }),
  list: (models) => ({ models: models.map((name) => ({ name, size: 4_000_000_000 })) }),
  error: (_status, message) => ({ error: message }),
};

const anthropic: Protocol = {
  name: 'anthropic',
  isCall: (path) => path === '/anthropic/v1/messages',
  isList: (path) => path === '/anthropic/v1/models',
  read: (_path, body) => ({
    model: text(body['model']),
    instructions: parts(body['system']),
    prompt: chat(body).prompt,
    schema:
      record(record(record(body['output_config'])['format'])['schema'])['properties'] === undefined
        ? record(list(body['tools'])[0])['input_schema']
        : record(record(body['output_config'])['format'])['schema'],
  }),
  keyOf: (headers) => header(headers['x-api-key']),
  answer: ({ model, body }, { text: content, finish, inputTokens, outputTokens }) => {
    const tool = text(record(list(body['tools'])[0])['name']);
    return {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model,
      content:
        tool === ''
          ? [{ type: 'text', text: content }]
          : [{ type: 'tool_use', id: 'toolu_1', name: tool, input: parsedOr(content) }],
      stop_reason: finish === 'length' ? 'max_tokens' : tool === '' ? 'end_turn' : 'tool_use',
      stop_sequence: null,
      usage: { input_tokens: inputTokens, output_tokens: outputTokens },
    };
  },
  list: (models) => ({ data: models.map((id) => ({ id, type: 'model' })), has_more: false }),
  error: (status, message) => ({
    type: 'error',
    error: {
      type: status === 404 ? 'not_found_error' : status === 401 ? 'authentication_error' : 'api_error',
      message,
    },
  }),
};

const google: Protocol = {
  name: 'google',
  isCall: (path) => /^\/v1beta\/models\/[^/:]+:(?:generateContent|streamGenerateContent)$/u.test(path),
  isList: (path) => path === '/v1beta/models',
  read: (path, body) => ({
    model: /\/models\/([^:]+):/u.exec(path)?.[1] ?? '',
    instructions: parts(record(body['systemInstruction'])['parts']),
    prompt: list(body['contents'])
      .map((content) => parts(content['parts']))
      .join('\n'),
    schema:
      record(body['generationConfig'])['responseJsonSchema'] ?? record(body['generationConfig'])['responseSchema'],
  }),
  keyOf: (headers) => header(headers['x-goog-api-key']),
  answer: ({ model }, { text: content, finish, inputTokens, outputTokens }) => ({
    candidates: [
      {
        content: { role: 'model', parts: [{ text: content }] },
        finishReason: finish === 'length' ? 'MAX_TOKENS' : 'STOP',
        index: 0,
      },
    ],
    usageMetadata: {
      promptTokenCount: inputTokens,
      candidatesTokenCount: outputTokens,
      totalTokenCount: inputTokens + outputTokens,
    },
    modelVersion: model,
  }),
  list: (models) => ({ models: models.map((name) => ({ name: `models/${name}` })) }),
  error: (status, message) => ({ error: { code: status, message, status: status === 404 ? 'NOT_FOUND' : 'FAILED' } }),
};

function parsedOr(content: string): unknown {
  try {
    const value: unknown = JSON.parse(content);
    return value;
  } catch {
    return { answer: content };
  }
}

/** The most particular path first. */
export const protocols: readonly Protocol[] = [azure, anthropic, google, ollama, openai];
