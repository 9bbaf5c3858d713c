/**
 * A model server in a process of its own, so that what it does is not counted as ours. Answers definitions by quoting,
 * everything else with a word. Started by `model-server.ts`.
 */
import { answerDefinitions, quoteFirst, startFakeModel } from '@genglossary/core/testing';

interface Order {
  readonly delayMs: number;
  /** Takes so many a second, evenly, and refuses the rest. */
  readonly perSecond?: number;
  /** Says how long to wait when it refuses. */
  readonly saysWait?: boolean;
}

const server = await startFakeModel();
let asked = 0;
let refused = 0;
let promptLetters = 0;
let firstAt = 0;

process.on('message', (order: Order | 'count') => {
  if (order === 'count') {
    process.send?.({ asked, refused, promptLetters, firstAt });
    return;
  }
  asked = refused = promptLetters = firstAt = 0;
  const { delayMs, perSecond, saysWait = true } = order;
  let tokens = 1;
  let last = performance.now();
  server.behave((call) => {
    asked += 1;
    firstAt ||= performance.timeOrigin + performance.now();
    promptLetters += call.instructions.length + call.prompt.length;
    if (perSecond !== undefined) {
      const now = performance.now();
      tokens = Math.min(1, tokens + ((now - last) / 1000) * perSecond);
      last = now;
      if (tokens < 1) {
        refused += 1;
        const waitMs = Math.ceil(((1 - tokens) / perSecond) * 1000);
        return { kind: 'status', status: 429, ...(saysWait ? { headers: { 'retry-after-ms': String(waitMs) } } : {}) };
      }
      tokens -= 1;
    }
    const isDefinition = JSON.stringify(call.schema ?? '').includes('statements');
    const text = isDefinition ? answerDefinitions(call, quoteFirst) : '{"word":"quay"}';
    return { kind: 'say', text, delayMs };
  });
  process.send?.('ready');
});
process.send?.(server.baseUrl('openai'));
