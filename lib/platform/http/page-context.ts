import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import type { Context } from "@/lib/core/context";
import { can, type Permission } from "@/lib/core/permissions";
import { getSession, type Session } from "@/lib/platform/auth/session";
import { getLocale } from "./locale";
import { requestIdOf } from "./request-id";

/** What a page needs: the verbs' context, and the session for names, currency and time zone. */
export interface PageContext extends Context {
  session: Session;
  timeZone: string;
  currency: string;
}

const readPageContext = cache(async (): Promise<PageContext | null> => {
  const [session, locale, requestHeaders] = await Promise.all([getSession(), getLocale(), headers()]);
  if (!session) return null;
  const { active, user } = session;
  return {
    merchantId: active.merchantId,
    actor: { type: "user", id: user.id, name: user.name, role: active.role },
    requestId: requestIdOf(requestHeaders),
    locale,
    now: () => new Date(),
    session,
    timeZone: active.timeZone,
    currency: active.baseCurrency,
  };
});

/**
 * The context of a signed-in page; others go to the sign-in page, or see that they may not. Who was given a
 * password by somebody else sees nothing of the shop before choosing their own.
 */
export async function requirePageContext(permission?: Permission): Promise<PageContext> {
  const ctx = await readPageContext();
  if (!ctx) redirect("/login");
  if (permission && ctx.session.user.mustChangePassword) redirect("/settings/account");
  if (permission && !can(ctx.actor, permission)) forbidden();
  return ctx;
}
