import { useRef } from 'react';
import { typingPauseMs, useAfterPaint } from './use-after-paint.ts';

/** What stands beside a list: of another list when typing pauses, of the same list, or where somebody chose it, at once. */
export function useBeside<Row>(list: string, row: Row): Row {
  const beside = useRef(row);
  const came = useRef({ list, row });
  if (came.current.list !== list) came.current = { list, row };
  const isChosen = !Object.is(came.current.row, row);
  if (useAfterPaint(list, { pauseMs: typingPauseMs }) === list || isChosen) beside.current = row;
  return beside.current;
}
