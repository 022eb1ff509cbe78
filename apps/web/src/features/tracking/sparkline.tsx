/** The shape of a month in one stroke; the figures beside it carry the meaning. */
export function Sparkline({ points }: { points: readonly number[] }) {
  if (points.length < 2)
    return <span aria-hidden="true" className="block h-10 border-b border-dotted border-edge/60" />;
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const span = high - low || 1;
  const path = points
    .map(
      (point, index) =>
        `${((index / (points.length - 1)) * 100).toFixed(2)},${(36 - ((point - low) / span) * 32).toFixed(2)}`,
    )
    .join(" ");
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 40"
      preserveAspectRatio="none"
      className="h-10 w-full overflow-visible"
    >
      <polyline
        points={path}
        fill="none"
        stroke="var(--folha)"
        strokeWidth="1.75"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
