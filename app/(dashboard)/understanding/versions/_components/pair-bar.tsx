/** Two shares (0–1) on one scale: what was, thin and grey, over what is. The figures stand beside it. */
export function PairBar({ before, after }: { before: number; after: number }) {
  const width = (share: number) => `${Math.min(100, Math.max(0, share * 100))}%`;
  return (
    <span aria-hidden className="block">
      <span className="block h-1 rounded-full bg-ink-3/50" style={{ width: width(before) }} />
      <span className="mt-0.5 block h-1.5 rounded-full bg-blue" style={{ width: width(after) }} />
    </span>
  );
}
