const Z_95 = 1.959963984540054;

/**
 * Share of hits with its 95 % score interval (Wilson 1927), which stays in 0–1 and says something of small counts too.
 * Null without any trial.
 */
export function wilsonInterval(
  hits: number,
  trials: number,
): { share: number; lower: number; upper: number } | null {
  if (trials === 0) return null;
  const share = hits / trials;
  const squared = Z_95 * Z_95;
  const center = (share + squared / (2 * trials)) / (1 + squared / trials);
  const half =
    (Z_95 * Math.sqrt((share * (1 - share)) / trials + squared / (4 * trials * trials))) /
    (1 + squared / trials);
  return { share, lower: Math.max(0, center - half), upper: Math.min(1, center + half) };
}
