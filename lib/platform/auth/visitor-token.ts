import { hkdfSync } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { env } from "@/lib/core/env";

/** What a chat visitor's token says; good for that visitor's own messages and stream, nothing else. */
export interface VisitorClaims {
  merchantId: string;
  visitorId: string;
  /** Set only when the shop's server vouched for the customer with a signature. */
  customerId: string | null;
}

const claimsSchema = z.object({ merchantId: z.uuid(), visitorId: z.uuid(), customerId: z.uuid().nullable() });

let signingKey: { secret: string; key: Uint8Array } | null = null;

function readSigningKey(): Uint8Array {
  const secret = env().ZHANGGUI_SECRET;
  if (signingKey?.secret !== secret)
    signingKey = { secret, key: new Uint8Array(hkdfSync("sha256", secret, "", "visitor-tokens", 32)) };
  return signingKey.key;
}

export function signVisitorToken(claims: VisitorClaims): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .setAudience("widget")
    .setIssuedAt()
    .setExpirationTime("30d")
    .sign(readSigningKey());
}

export async function readVisitorToken(token: string): Promise<VisitorClaims | null> {
  try {
    const { payload } = await jwtVerify(token, readSigningKey(), {
      audience: "widget",
      algorithms: ["HS256"],
    });
    return claimsSchema.parse(payload);
  } catch {
    return null;
  }
}
