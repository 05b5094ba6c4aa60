import type { Permission, Role } from "./roles";

/** Who acts. Every write names its actor in the audit log. */
export type Actor =
  | { type: "user"; id: string; name: string; role: Role }
  | { type: "api_key"; id: string; name: string; scopes: readonly Permission[] }
  | { type: "customer"; visitorId: string; customerId: string | null }
  | { type: "system"; name: string };

export const LOCALES = ["en", "zh-CN", "es"] as const;
export type Locale = (typeof LOCALES)[number];

/** What every verb receives first: whose shop, who acts, in which request, at what time. */
export interface Context {
  merchantId: string;
  actor: Actor;
  requestId: string;
  locale: Locale;
  /** The clock; tests and the demo's anchor replace it. */
  now: () => Date;
  /** The open tenant transaction, if one verb calls another. `db/tenant.ts` knows its type. */
  tx?: unknown;
}

/** A context for jobs and commands, which act for the system rather than for a person. */
export function systemContext(merchantId: string, name: string, requestId: string): Context {
  return { merchantId, actor: { type: "system", name }, requestId, locale: "en", now: () => new Date() };
}
