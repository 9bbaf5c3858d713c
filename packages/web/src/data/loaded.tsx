import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { useWords } from '../words/words.tsx';
import { describeError } from './describe-error.ts';
import type { Answer } from './queries.ts';

/** What was asked, when it is there; until then that it loads, or what went wrong and a way to try again. */
export function Loaded<T>({
  answer,
  children,
}: {
  readonly answer: Answer<T>;
  readonly children: (value: T) => ReactNode;
}) {
  const words = useWords();
  if (answer.data !== undefined) return children(answer.data);
  if (answer.error === null) return <Skeleton lines={6} label={words.shell.loading} />;
  return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
}

/** So often (milliseconds) it is asked whether the server is back. */
const againMs = 2000;

export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const words = useWords();
  const { message, code, requestId } = describeError(error, words);
  const retry = useRef(onRetry);
  useEffect(() => {
    retry.current = onRetry;
  });
  // A server that was away is asked again by itself, until it is back.
  const isAway = code === 'client/unreachable' && onRetry !== undefined;
  useEffect(() => {
    if (!isAway) return undefined;
    const timer = setInterval(() => retry.current?.(), againMs);
    return () => clearInterval(timer);
  }, [isAway]);
  const detail = [code, requestId === undefined ? undefined : words.shell.requestId(requestId)].filter(Boolean);
  return (
    <ErrorState title={words.shell.failed} detail={message} code={detail.length === 0 ? undefined : detail.join(' · ')}>
      {onRetry !== undefined && <Button onClick={onRetry}>{words.actions.retry}</Button>}
    </ErrorState>
  );
}
