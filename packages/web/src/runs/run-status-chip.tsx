import type { RunStatus } from '@genglossary/core/domain';
import { Chip, type Tone } from '../ui/chip.tsx';
import type { IconName } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';

const looks: Readonly<Record<RunStatus, readonly [Tone, IconName]>> = {
  pending: ['neutral', 'wait'],
  running: ['accent', 'runs'],
  cancelling: ['warn', 'stop'],
  completed: ['ok', 'check'],
  partial: ['warn', 'warning'],
  failed: ['bad', 'warning'],
  cancelled: ['neutral', 'stop'],
};

/** The status of a run as the database has it. */
export function RunStatusChip({ status }: { readonly status: RunStatus }) {
  const words = useWords();
  const [tone, icon] = looks[status];
  return (
    <Chip tone={tone} icon={icon}>
      {words.runs.status[status]}
    </Chip>
  );
}
