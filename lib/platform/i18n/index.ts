import type { Locale } from "@/lib/core/context";
import { messages as en } from "./messages/en";
import { messages as es } from "./messages/es";
import { messages as zhCN } from "./messages/zh-cn";

/** English is the reference: a test fails where another language lacks a key or has one more. */
export type Messages = typeof en;
export type Area = keyof Messages;

const ALL: Record<Locale, Record<Area, unknown>> = { en, "zh-CN": zhCN, es };

/** The words of some areas, to hand to a client provider: pages send no dictionary that they do not use. */
export function areaMessages(locale: Locale, areas: readonly Area[]): Record<string, unknown> {
  return Object.fromEntries(areas.map((area) => [area, ALL[locale][area]]));
}
