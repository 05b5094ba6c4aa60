import { setTimeout as sleep } from "node:timers/promises";
import type { Person, Sent } from "./person";

/**
 * Messages at a steady pace, whatever the answers take (an open loop, so that slowness shows), everybody in turn.
 * Resolves when all are taken or given up.
 */
export async function sendAtPace(
  people: readonly Person[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Sent[]> {
  const startedAt = performance.now();
  const sent: Promise<Sent>[] = [];
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const wait = startedAt + (turn * 1_000) / perSecond - performance.now();
    if (wait > 1) await sleep(wait);
    sent.push(people[turn % people.length]!.say());
  }
  return Promise.all(sent);
}
