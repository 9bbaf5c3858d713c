import './progress.css';

/** How far a piece of work has come. Without `total` it is under way and nobody knows how far. */
export function Progress({
  label,
  done,
  total,
}: {
  readonly label: string;
  readonly done: number;
  readonly total?: number | undefined;
}) {
  const share = total === undefined || total === 0 ? undefined : Math.min(1, done / total);
  return (
    <div
      className={`progress ${share === undefined ? 'progress-unknown' : ''}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={share === undefined ? undefined : done}
    >
      <span style={{ transform: `scaleX(${share ?? 0})` }} />
    </div>
  );
}
