/**
 * The bytes of a language model that any server of GGUF files can load, and that knows one sentence. It is no trained
 * one: its answers are a table of which token follows which, so that a server that holds it to a JSON schema gets the
 * smallest whole answer, the same each time, and one that does not gets the sentence again and again until it is
 * stopped. With it a real server can be asked where no weights are at hand.
 *
 * Layout: llama architecture with one layer whose matrices are zero; embeddings are unit vectors, so what leaves the
 * layer is the last token alone, and the output matrix is the table (GGUF version 3).
 */
export function tinyModel(): Uint8Array {
  const { tokens, types } = vocabulary();
  const width = Math.ceil(tokens.length / HEAD) * HEAD;
  const ones = new Float32Array(width).fill(1);
  const square = new Float32Array(width * width);
  const narrow = new Float32Array(width * HEAD);
  const tensors: readonly Tensor[] = [
    { name: 'token_embd.weight', shape: [width, tokens.length], values: unitRows(tokens.length, width) },
    { name: 'blk.0.attn_norm.weight', shape: [width], values: ones },
    { name: 'blk.0.attn_q.weight', shape: [width, width], values: square },
    { name: 'blk.0.attn_k.weight', shape: [width, width], values: square },
    { name: 'blk.0.attn_v.weight', shape: [width, width], values: square },
    { name: 'blk.0.attn_output.weight', shape: [width, width], values: square },
    { name: 'blk.0.ffn_norm.weight', shape: [width], values: ones },
    { name: 'blk.0.ffn_gate.weight', shape: [width, HEAD], values: narrow },
    { name: 'blk.0.ffn_up.weight', shape: [width, HEAD], values: narrow },
    { name: 'blk.0.ffn_down.weight', shape: [HEAD, width], values: narrow },
    { name: 'output_norm.weight', shape: [width], values: ones },
    { name: 'output.weight', shape: [width, tokens.length], values: followers(tokens, width) },
  ];
  return ggufFile(
    [
      ['general.architecture', text('llama')],
      ['general.name', text('one sentence')],
      ['llama.context_length', uint32(CONTEXT)],
      ['llama.embedding_length', uint32(width)],
      ['llama.block_count', uint32(1)],
      ['llama.feed_forward_length', uint32(HEAD)],
      ['llama.attention.head_count', uint32(width / HEAD)],
      ['llama.attention.layer_norm_rms_epsilon', float32(1e-6)],
      ['llama.rope.dimension_count', uint32(HEAD)],
      ['llama.vocab_size', uint32(tokens.length)],
      ['tokenizer.ggml.model', text('llama')],
      ['tokenizer.ggml.tokens', array(STRING, tokens.map(textBytes))],
      [
        'tokenizer.ggml.scores',
        array(
          FLOAT32,
          tokens.map(() => float32(0).bytes),
        ),
      ],
      [
        'tokenizer.ggml.token_type',
        array(
          INT32,
          types.map((type) => uint32(type).bytes),
        ),
      ],
      ['tokenizer.ggml.bos_token_id', uint32(1)],
      ['tokenizer.ggml.eos_token_id', uint32(END)],
      ['tokenizer.ggml.unknown_token_id', uint32(0)],
      [
        'tokenizer.chat_template',
        text(
          "{% for message in messages %}{{ message['role'] + ':\n' + message['content'] + '\n' }}{% endfor %}answer:\n",
        ),
      ],
    ],
    tensors,
  );
}

/** What it says wherever a text is asked for: three words at least, and no word that a document is likely to hold. */
export const TINY_SENTENCE = 'zyx wvu tsr qpo';

const HEAD = 32;
const CONTEXT = 32_768;
const END = 2;
const FIRST_BYTE = 3;
const CONTROL = 3;

interface Vocabulary {
  readonly tokens: readonly string[];
  readonly types: readonly number[];
}

/** Three signs of control, all bytes, then the words of the sentence. */
function vocabulary(): Vocabulary {
  const bytes = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`);
  const words = TINY_SENTENCE.split(' ').map((word, at) => (at === 0 ? word : `\u2581${word}`));
  return {
    tokens: ['<unk>', '<s>', '</s>', ...bytes, ...words],
    types: [2, CONTROL, CONTROL, ...bytes.map(() => 6), ...words.map(() => 1)],
  };
}

function unitRows(count: number, width: number): Float32Array {
  const rows = new Float32Array(count * width);
  for (let row = 0; row < count; row += 1) rows[row * width + row] = 1;
  return rows;
}

/** What follows what, by its weight: where a schema forbids the first, the server takes the next. */
const AFTER: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '\n': { '{': 9 },
  '{': { '"': 9 },
  '[': { '{': 9, '"': 9, '1': 9, ']': 1 },
  ':': { '"': 9, '{': 9, '[': 9, '1': 9, t: 9 },
  ',': { '"': 9, '{': 9, '1': 9 },
  '1': { '}': 9, ']': 9, ',': 8 },
  '}': { ']': 9, '}': 9, ',': 1 },
  ']': { '}': 9, ',': 8 },
  '"': { ':': 6, ']': 5, '}': 5, ',': 4 },
  e: { '}': 5, ',': 4 },
};

/** Row by follower, column by the token before it. */
function followers(tokens: readonly string[], width: number): Float32Array {
  const table = new Float32Array(tokens.length * width);
  const idOf = (sign: string) => FIRST_BYTE + sign.charCodeAt(0);
  const set = (before: number, follower: number, weight: number) => {
    table[follower * width + before] = weight;
  };
  for (const [before, weights] of Object.entries(AFTER)) {
    for (const [follower, weight] of Object.entries(weights)) set(idOf(before), idOf(follower), weight);
  }
  for (const closing of ['}', ']']) set(idOf(closing), END, 8);
  const firstWord = FIRST_BYTE + 256;
  set(idOf('"'), firstWord, 10);
  for (let word = firstWord; word < tokens.length; word += 1) {
    if (word + 1 < tokens.length) set(word, word + 1, 10);
    else set(word, idOf('"'), 10);
  }
  return table;
}

interface Tensor {
  readonly name: string;
  /** The fastest first. */
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

interface Value {
  readonly type: number;
  readonly bytes: Uint8Array;
}

const UINT32 = 4;
const INT32 = 5;
const FLOAT32 = 6;
const STRING = 8;
const ARRAY = 9;
const ALIGNMENT = 32;

function ggufFile(values: readonly (readonly [string, Value])[], tensors: readonly Tensor[]): Uint8Array {
  const parts: Uint8Array[] = [
    Buffer.from('GGUF'),
    uint32(3).bytes,
    uint64(tensors.length),
    uint64(values.length),
    ...values.flatMap(([name, { type, bytes }]) => [textBytes(name), uint32(type).bytes, bytes]),
  ];
  let offset = 0;
  for (const { name, shape, values: data } of tensors) {
    parts.push(textBytes(name), uint32(shape.length).bytes, ...shape.map(uint64), uint32(0).bytes, uint64(offset));
    offset = aligned(offset + data.byteLength);
  }
  const head = Buffer.concat(parts);
  const start = aligned(head.length);
  const file = new Uint8Array(start + offset);
  file.set(head);
  let at = start;
  for (const { values: data } of tensors) {
    file.set(new Uint8Array(data.buffer), at);
    at = aligned(at + data.byteLength);
  }
  return file;
}

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

function uint32(value: number): Value {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return { type: UINT32, bytes };
}

function uint64(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function float32(value: number): Value {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return { type: FLOAT32, bytes };
}

function text(value: string): Value {
  return { type: STRING, bytes: textBytes(value) };
}

function textBytes(value: string): Uint8Array {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([uint64(bytes.length), bytes]);
}

function array(type: number, items: readonly Uint8Array[]): Value {
  return { type: ARRAY, bytes: Buffer.concat([uint32(type).bytes, uint64(items.length), ...items]) };
}
