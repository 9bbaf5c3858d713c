import type { StepName } from '@genglossary/core/domain';
import type { RunMessage } from '../../data/run-view.ts';

/**
 * To which step each message belongs: the one it names, or the one that was at work when it was told. What the run tells
 * of itself belongs to none.
 */
export function stepsOfLines(log: readonly RunMessage[]): readonly (StepName | undefined)[] {
  let atWork: StepName | undefined;
  return log.map((message): StepName | undefined => {
    switch (message.type) {
      case 'step-start':
        atWork = message.step;
        return message.step;
      case 'step-end':
        atWork = undefined;
        return message.step;
      case 'step-progress':
      case 'item-failed':
        return message.step;
      case 'document-skipped':
      case 'glossary-unchanged':
      case 'log':
      case 'events-skipped':
        return atWork;
      case 'run-queued':
      case 'run-start':
      case 'run-cancel':
      case 'run-interrupted':
      case 'run-end':
      case 'events-truncated':
      case 'status-unsaved':
        // Whatever was at work before, the next attempt begins with its first step.
        if (message.type !== 'run-cancel') atWork = undefined;
        return undefined;
      default:
        message satisfies never;
        return undefined;
    }
  });
}
