"use client";

import { useSearchParams } from "next/navigation";
import { GROUP_ORDER, type IntentGroup } from "@/components/intents/intent-groups";
import { TEXT_LANGUAGES, type TextLanguage } from "@/lib/intelligence/text/text-model";

export type ConfusionSource = "reviewed" | "heldOut";

/** Null is all languages. */
export function readLanguage(value: string | null): TextLanguage | null {
  return TEXT_LANGUAGES.find((language) => language === value) ?? null;
}

const readGroup = (value: string | null): IntentGroup | undefined =>
  GROUP_ORDER.find((group) => group === value);

/** What the card shows, from the address: `?source=heldOut&language=es&asked=delivery&read=order`. */
export function useConfusionAddress(hasHeldOut: boolean) {
  const params = useSearchParams();
  const source: ConfusionSource = hasHeldOut && params.get("source") === "heldOut" ? "heldOut" : "reviewed";
  const asked = readGroup(params.get("asked"));
  const read = readGroup(params.get("read"));
  // The figures are here already, so the address changes without asking the server.
  const change = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    window.history.replaceState(null, "", `${window.location.pathname}${next.size > 0 ? `?${next}` : ""}`);
  };
  return {
    source,
    language: readLanguage(params.get("language")),
    between: asked && read ? ([asked, read] as [IntentGroup, IntentGroup]) : null,
    setSource: (value: ConfusionSource) =>
      change({ source: value === "heldOut" ? value : null, asked: null, read: null }),
    setLanguage: (value: TextLanguage | null) => change({ language: value }),
    setBetween: (value: [IntentGroup, IntentGroup] | null) =>
      change({ asked: value?.[0] ?? null, read: value?.[1] ?? null }),
  };
}
