import { Agent } from 'node:http';
import { processItems } from '../../pipeline/process-items.ts';
import type { ExecutionContext } from '../../pipeline/execution-context.ts';
import type { RunResults, RunWork } from '../../runs/pipeline-executor.ts';
import type { CheckpointStore } from '../../storage/run-stores.ts';
import { contentHash } from '../../text/content-hash.ts';
import { askModel } from './ask-model.ts';

/** What a run of the test work does. */
export interface TestInput {
  /** Stands in every event and question of the run. */
  readonly marker: string;
  /** Questions to the model. */
  readonly items: number;
  readonly concurrency?: number;
  readonly tries?: number;
}

/** Lets a test step into a run. */
export interface TestHooks {
  /** At the start of the second step. */
  readonly onDefine?: (input: TestInput, execution: ExecutionContext) => Promise<void> | void;
  /** At the start of the last step. */
  readonly onReview?: (input: TestInput, execution: ExecutionContext) => Promise<void> | void;
  /** Before each question. */
  readonly onItem?: (item: string, execution: ExecutionContext) => Promise<void> | void;
}

/**
 * A pipeline of three steps as a language model makes them: it reads, asks the model about each item over one pool of
 * connections, and reviews. Its result is a glossary whose title names the run.
 */
export function createTestWork(
  url: string,
  {
    agent = new Agent({ keepAlive: true, maxSockets: 64 }),
    hooks = {},
    checkpoints,
  }: { readonly agent?: Agent; readonly hooks?: TestHooks; readonly checkpoints?: CheckpointStore } = {},
): RunWork {
  return {
    async estimate(text, project) {
      const { marker, items } = JSON.parse(text) as TestInput;
      const keys = Array.from({ length: items }, (_, index) => checkpointKey(`${marker}/${index}`));
      const kept = checkpoints === undefined ? new Map() : await checkpoints.get(project, keys);
      return { calls: items - kept.size, tokens: 'unknown', cost: 'unknown' };
    },
    async run(text, execution): Promise<RunResults> {
      const input = JSON.parse(text) as TestInput;
      const { marker, items, concurrency = 4, tries = 3 } = input;
      const { report } = execution;
      report({ type: 'step-start', step: 'load' });
      report({ type: 'log', level: 'info', message: `${marker} reads` });
      report({ type: 'step-end', step: 'load', count: items });

      report({ type: 'step-start', step: 'define' });
      await hooks.onDefine?.(input, execution);
      const names = Array.from({ length: items }, (_, index) => `${marker}/${index}`);
      const answers = await processItems(
        names,
        execution,
        { step: 'define', nameOf: (name) => name, concurrency, tries },
        async (name, item) => {
          await hooks.onItem?.(name, item);
          return item.once(checkpointKey(name), async (signal) => {
            const { text: value, inputTokens, outputTokens } = await askModel(name, { url, agent, signal });
            return { value, usage: { calls: 1, inputTokens, outputTokens, cost: 0, unpricedCalls: 1 } };
          });
        },
      );
      const defined = answers.filter((answer) => answer !== undefined).length;
      report({ type: 'step-end', step: 'define', count: defined });

      report({ type: 'step-start', step: 'review' });
      await hooks.onReview?.(input, execution);
      report({ type: 'step-end', step: 'review', count: defined });
      return {
        save: async (stores) => {
          if (execution.run === undefined) return;
          const glossary = { title: marker, documents: [], concepts: [], issues: [] };
          await stores.glossary.replace(execution.run.projectId, glossary);
        },
      };
    },
  };
}

export function checkpointKey(name: string): string {
  return contentHash(JSON.stringify({ model: 'test', prompt: name }));
}
