import { exactShapley } from "./exact-shapley";
import type { UnitWeights } from "./explain-lime";
import { kernelShap } from "./kernel-shap";
import type { Game } from "./removal-game";

/** Up to this many units all 2^units subsets are asked for. */
export const EXACT_UNITS = 10;

/**
 * Shapley values of the units (Lundberg and Lee 2017): exact for few units, else by kernel SHAP. `baseValue` is the
 * value without any unit, and the weights sum to f(all) − f(none).
 *
 * @param units at least 1.
 */
export async function explainShap(
  play: Game,
  units: number,
  options: { samples: number; seed: number },
): Promise<UnitWeights> {
  const exhaustive = units <= EXACT_UNITS;
  const found = exhaustive ? await exactShapley(play, units) : await kernelShap(play, units, options);
  return { ...found, exhaustive };
}
