import { loadScript } from "../load-script";
import type { HintFinder } from "./hint-finder";

declare global {
  interface Window {
    ZhangguiHints?: (origin: string) => HintFinder;
  }
}

export async function loadHintFinder(origin: string, nonce: string): Promise<HintFinder> {
  const open = await loadScript(`${origin}/widget-hints.js`, nonce, () => window.ZhangguiHints);
  return open(origin);
}
