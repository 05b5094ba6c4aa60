import type { MaskOptions, maskPersonalData } from "@/lib/intelligence/text/mask-personal-data";
import { loadScript } from "../load-script";

export type Masker = typeof maskPersonalData;
export type { MaskOptions };

declare global {
  interface Window {
    ZhangguiMask?: Masker;
  }
}

export function loadMasker(origin: string, nonce: string): Promise<Masker> {
  return loadScript(`${origin}/widget-mask.js`, nonce, () => window.ZhangguiMask);
}
