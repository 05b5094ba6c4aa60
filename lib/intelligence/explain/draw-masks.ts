import type { Mask } from "./removal-game";

/** A mask with `size` ones, every such mask equally likely. */
export function drawMask(units: number, size: number, random: () => number): Mask {
  const mask = new Uint8Array(units);
  let open = size;
  for (let i = 0; i < units; i += 1) {
    if (random() * (units - i) < open) {
      mask[i] = 1;
      open -= 1;
    }
  }
  return mask;
}

/** All masks with `size` ones, in lexical order. */
export function* masksOfSize(units: number, size: number): Generator<Mask> {
  const chosen = Array.from({ length: size }, (_, i) => i);
  while (true) {
    const mask = new Uint8Array(units);
    for (const i of chosen) mask[i] = 1;
    yield mask;
    let at = size - 1;
    while (at >= 0 && chosen[at] === units - size + at) at -= 1;
    if (at < 0) return;
    chosen[at]! += 1;
    for (let i = at + 1; i < size; i += 1) chosen[i] = chosen[i - 1]! + 1;
  }
}

/** The other units: what stays is removed and the reverse. */
export function complement(mask: Mask): Mask {
  return mask.map((kept) => 1 - kept);
}

/** Number of masks with `size` ones. */
export function binomial(units: number, size: number): number {
  let product = 1;
  for (let i = 1; i <= size; i += 1) product = (product * (units - size + i)) / i;
  return Math.round(product);
}
