"use client";

import { createContext, type ReactNode, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

/**
 * Hands the request's nonce to the few parts that add a <style> element at run time: the scroll lock of
 * dialogs and menus (which reads this global) and the list of Select (which reads the context).
 */
export function CspNonce({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  if (typeof window !== "undefined" && nonce) {
    (globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;
  }
  return <NonceContext value={nonce}>{children}</NonceContext>;
}

export function useCspNonce(): string | undefined {
  return useContext(NonceContext);
}
