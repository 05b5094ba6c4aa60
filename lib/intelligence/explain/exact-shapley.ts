import { binomial } from "./draw-masks";
import type { Game, Mask } from "./removal-game";

/**
 * Shapley values by their definition (Shapley 1953): each unit's mean contribution over all subsets of the others,
 * every size of subset counting the same. Asks for 2^units values.
 */
export async function exactShapley(
  play: Game,
  units: number,
): Promise<{ weights: Float64Array; baseValue: number }> {
  const masks = Array.from({ length: 2 ** units }, (_, bits) => maskOf(bits, units));
  const values = await play(masks);
  const weights = new Float64Array(units);
  masks.forEach((mask, bits) => {
    const size = mask.reduce((sum, kept) => sum + kept, 0);
    const share = 1 / (units * binomial(units - 1, size));
    for (let i = 0; i < units; i += 1) {
      if (mask[i] === 0) weights[i]! += share * (values[bits | (1 << i)]! - values[bits]!);
    }
  });
  return { weights, baseValue: values[0]! };
}

function maskOf(bits: number, units: number): Mask {
  return Uint8Array.from({ length: units }, (_, i) => (bits >> i) & 1);
}
