export interface DiffPart {
  kind: "same" | "removed" | "added";
  items: string[];
}

/** More steps than that, and the rest is one replacement: the search takes their square. */
const MAX_STEPS = 1_500;

/**
 * The shortest way from one sequence to another (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986), with
 * what is the same at both ends set aside first.
 */
export function diffSequences(before: readonly string[], after: readonly string[]): DiffPart[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const old = before.slice(start, before.length - end);
  const young = after.slice(start, after.length - end);
  return joined([
    { kind: "same", items: before.slice(0, start) },
    ...(shortestWay(old, young) ?? replaced(old, young)),
    { kind: "same", items: before.slice(before.length - end) },
  ]);
}

/** Null where it takes more than `MAX_STEPS`. */
function shortestWay(old: readonly string[], young: readonly string[]): DiffPart[] | null {
  const most = Math.min(MAX_STEPS, old.length + young.length);
  const trail: Int32Array[] = [];
  const reach = new Int32Array(2 * most + 3);
  const at = (k: number) => k + most + 1;
  for (let steps = 0; steps <= most; steps += 1) {
    trail.push(reach.slice());
    for (let k = -steps; k <= steps; k += 2) {
      const goesDown = k === -steps || (k !== steps && reach[at(k - 1)]! < reach[at(k + 1)]!);
      let x = goesDown ? reach[at(k + 1)]! : reach[at(k - 1)]! + 1;
      while (x < old.length && x - k < young.length && old[x] === young[x - k]) x += 1;
      reach[at(k)] = x;
      if (x >= old.length && x - k >= young.length) return walkBack(old, young, trail, at);
    }
  }
  return null;
}

function walkBack(
  old: readonly string[],
  young: readonly string[],
  trail: readonly Int32Array[],
  at: (k: number) => number,
): DiffPart[] {
  const parts: DiffPart[] = [];
  let [x, y] = [old.length, young.length];
  for (let steps = trail.length - 1; steps >= 0; steps -= 1) {
    const reach = trail[steps]!;
    const k = x - y;
    const cameDown = k === -steps || (k !== steps && reach[at(k - 1)]! < reach[at(k + 1)]!);
    const fromK = cameDown ? k + 1 : k - 1;
    const fromX = steps === 0 ? 0 : reach[at(fromK)]!;
    const fromY = steps === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY && old[x - 1] === young[y - 1]) {
      parts.push({ kind: "same", items: [old[x - 1]!] });
      x -= 1;
      y -= 1;
    }
    if (steps === 0) break;
    parts.push(
      cameDown ? { kind: "added", items: [young[y - 1]!] } : { kind: "removed", items: [old[x - 1]!] },
    );
    [x, y] = [fromX, fromY];
  }
  return parts.reverse();
}

function replaced(old: readonly string[], young: readonly string[]): DiffPart[] {
  return [
    { kind: "removed", items: [...old] },
    { kind: "added", items: [...young] },
  ];
}

/** Neighbours of one kind together; of a change, what was removed stands first. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  for (const { kind, items } of parts) {
    if (items.length === 0) continue;
    const last = result.at(-1);
    const before = result.at(-2);
    if (last?.kind === kind) last.items.push(...items);
    else if (kind === "removed" && last?.kind === "added") {
      if (before?.kind === "removed") before.items.push(...items);
      else result.splice(-1, 0, { kind, items: [...items] });
    } else result.push({ kind, items: [...items] });
  }
  return result;
}
