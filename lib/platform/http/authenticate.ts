import type { NextRequest } from "next/server";
import { driver } from "@/db/client";
import type { Actor } from "@/lib/core/context";
import { MERCHANT_COOKIE } from "@/lib/core/cookies";
import { AppError } from "@/lib/core/errors";
import { PERMISSIONS, type Permission } from "@/lib/core/permissions";
import { hashApiKey } from "@/lib/platform/auth/credentials";
import { readSession, sessionCookieName } from "@/lib/platform/auth/session";
import { readVisitorToken, type VisitorClaims } from "@/lib/platform/auth/visitor-token";
import { clientAddress } from "@/lib/platform/limits/client-address";

/** Who called, for which shop, under which limit. */
export interface Credential {
  merchantId: string;
  actor: Actor;
  /** Names the credential in rate-limit buckets and idempotency records. */
  credentialId: string;
  requestsPerMinute: number;
  visitor?: VisitorClaims;
}

const SESSION_REQUESTS_PER_MINUTE = 1_200;
const VISITOR_REQUESTS_PER_MINUTE = 240;

/** An API key in the Authorization header, else the session cookie. @throws AppError `unauthenticated`. */
export async function authenticate(request: NextRequest): Promise<Credential> {
  const bearer = bearerToken(request);
  if (bearer) return authenticateApiKey(bearer);
  const session = await readSession(
    request.cookies.get(sessionCookieName())?.value,
    request.cookies.get(MERCHANT_COOKIE)?.value,
  );
  if (!session) {
    throw new AppError("unauthenticated", "Send an API key as “Authorization: Bearer …”, or sign in.");
  }
  refuseCrossSiteWrite(request);
  if (session.user.mustChangePassword)
    throw new AppError("forbidden", "Choose your own password first, under Settings.");
  return {
    merchantId: session.active.merchantId,
    actor: { type: "user", id: session.user.id, name: session.user.name, role: session.active.role },
    credentialId: `user:${session.user.id}`,
    requestsPerMinute: SESSION_REQUESTS_PER_MINUTE,
  };
}

/** A visitor's token, handed out by POST /widget/sessions. */
export async function authenticateVisitor(request: NextRequest): Promise<Credential> {
  const token = bearerToken(request);
  const visitor = token ? await readVisitorToken(token) : null;
  if (!visitor) throw new AppError("unauthenticated", "The chat session has ended. Open it again.");
  return {
    merchantId: visitor.merchantId,
    actor: { type: "customer", visitorId: visitor.visitorId, customerId: visitor.customerId },
    credentialId: `visitor:${visitor.visitorId}`,
    requestsPerMinute: VISITOR_REQUESTS_PER_MINUTE,
    visitor,
  };
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
const ANONYMOUS_REQUESTS_PER_MINUTE = 120;

/** Nobody yet: may call only what says so, and is limited by address. */
export async function anonymous(request: NextRequest): Promise<Credential> {
  return {
    merchantId: NOBODY,
    actor: { type: "customer", visitorId: NOBODY, customerId: null },
    credentialId: `address:${clientAddress(request.headers.get("x-forwarded-for"))}`,
    requestsPerMinute: ANONYMOUS_REQUESTS_PER_MINUTE,
  };
}

export function bearerToken(request: NextRequest): string | null {
  const match = /^Bearer\s+(\S+)$/i.exec(request.headers.get("authorization") ?? "");
  return match?.[1] ?? null;
}

async function authenticateApiKey(key: string): Promise<Credential> {
  const [row] = await driver()<
    {
      merchant_id: string;
      id: string;
      name: string;
      scopes: string[];
      requests_per_minute: number;
      last_used_at: string | null;
    }[]
  >`SELECT * FROM find_api_key(${hashApiKey(key)})`;
  if (!row)
    throw new AppError(
      "unauthenticated",
      "This API key is not valid or was revoked. Create one under Settings.",
    );
  if (!row.last_used_at || Date.now() - Date.parse(row.last_used_at) > 60_000)
    await touchApiKey(row.merchant_id, row.id);
  const scopes = row.scopes.filter((scope): scope is Permission =>
    (PERMISSIONS as readonly string[]).includes(scope),
  );
  return {
    merchantId: row.merchant_id,
    actor: { type: "api_key", id: row.id, name: row.name, scopes },
    credentialId: `api_key:${row.id}`,
    requestsPerMinute: row.requests_per_minute,
  };
}

/** At most once a minute, so that reading does not become writing. */
async function touchApiKey(merchantId: string, apiKeyId: string): Promise<void> {
  await driver().begin(async (sql) => {
    await sql`SELECT set_config('app.merchant_id', ${merchantId}, true)`;
    await sql`UPDATE api_keys SET last_used_at = now() WHERE id = ${apiKeyId}`;
  });
}

/** Cookies travel with requests that other sites start; a write must come from our own pages. */
function refuseCrossSiteWrite(request: NextRequest): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isSameOrigin = site
    ? site === "same-origin"
    : origin !== null && origin === new URL(request.url).origin;
  if (!isSameOrigin)
    throw new AppError("forbidden", "This request came from another site. Use an API key instead.");
}
