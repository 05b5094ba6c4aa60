import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { driver } from "@/db/client";
import { MERCHANT_COOKIE } from "@/lib/core/cookies";
import { env } from "@/lib/core/env";
import type { Role } from "@/lib/core/permissions";

export interface Membership {
  merchantId: string;
  merchantName: string;
  role: Role;
  baseCurrency: string;
  timeZone: string;
  isDemo: boolean;
}

/** A signed-in person and the shop they are looking at. */
export interface Session {
  user: { id: string; name: string; email: string; mustChangePassword: boolean };
  memberships: Membership[];
  active: Membership;
}

export function isSecureOrigin(): boolean {
  return env().ZHANGGUI_URL.startsWith("https://");
}

export function sessionCookieName(): string {
  return isSecureOrigin() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** The session of the current request, or null. Looked up once per request; revoked sessions are null. */
export const getSession = cache(async (): Promise<Session | null> => {
  const jar = await cookies();
  return readSession(jar.get(sessionCookieName())?.value, jar.get(MERCHANT_COOKIE)?.value);
});

/** @param token the next-auth JWT cookie; @param merchantId the shop chosen in the switcher, if any. */
export async function readSession(
  token: string | undefined,
  merchantId: string | undefined,
): Promise<Session | null> {
  if (!token) return null;
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  if (!claims?.sub || typeof claims.signedInAt !== "number") return null;
  const rows = await findMemberships(claims.sub);
  const first = rows[0];
  if (!first || claims.signedInAt < Date.parse(first.sessionsValidFrom)) return null;
  const memberships = rows.map(toMembership);
  const active = memberships.find((membership) => membership.merchantId === merchantId) ?? memberships[0];
  if (!active) return null;
  const user = {
    id: claims.sub,
    name: first.userName,
    email: first.userEmail,
    mustChangePassword: first.mustChangePassword,
  };
  return { user, memberships, active };
}

interface MembershipRow extends Membership {
  userName: string;
  userEmail: string;
  sessionsValidFrom: string;
  mustChangePassword: boolean;
}

async function findMemberships(userId: string): Promise<MembershipRow[]> {
  return await driver()<MembershipRow[]>`
    SELECT merchant_id AS "merchantId", merchant_name AS "merchantName", role, base_currency AS "baseCurrency",
      time_zone AS "timeZone", is_demo AS "isDemo", user_name AS "userName", user_email AS "userEmail",
      sessions_valid_from AS "sessionsValidFrom", must_change_password AS "mustChangePassword"
    FROM find_user_memberships(${userId})`;
}

function toMembership(row: MembershipRow): Membership {
  const { merchantId, merchantName, role, baseCurrency, timeZone, isDemo } = row;
  return { merchantId, merchantName, role, baseCurrency, timeZone, isDemo };
}
