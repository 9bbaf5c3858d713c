import { useRef } from 'react';
import { typingPauseMs, useAfterPaint } from './use-after-paint.ts';

/** What stands beside a list: of another list when typing pauses, of the same list at once. */
export function useBeside<Row>(list: string, row: Row): Row {
  const beside = useRef(row);
  if (useAfterPaint(list, { pauseMs: typingPauseMs }) === list) beside.current = row;
  return beside.current;
}
