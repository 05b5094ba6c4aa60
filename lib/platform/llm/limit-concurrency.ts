/** So many questions of one shop are on their way at once from a process; as many again may wait. */
const AT_ONCE = 4;
const WAITING = 16;

interface Turns {
  running: number;
  queue: (() => void)[];
}

const byShop = new Map<string, Turns>();

/** Runs `work` when it is the shop's turn; null where too many wait already. */
export async function inTurn<Result>(
  merchantId: string,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const turns = byShop.get(merchantId) ?? { running: 0, queue: [] };
  byShop.set(merchantId, turns);
  if (turns.running >= AT_ONCE) {
    if (turns.queue.length >= WAITING) return null;
    await new Promise<void>((resolve) => turns.queue.push(resolve));
  } else turns.running += 1;
  try {
    return await work();
  } finally {
    // Whoever waits takes over the place of the one that is done.
    const next = turns.queue.shift();
    if (next) next();
    else turns.running -= 1;
    if (turns.running === 0) byShop.delete(merchantId);
  }
}
