import { encode } from "next-auth/jwt";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import type { Role } from "@/lib/core/permissions";
import type { TestShop } from "@/lib/data/catalog/test-shop";
import { hashPassword } from "@/lib/platform/auth/passwords";

/** A real member of a shop: a row in users, a membership, and a context as a page would make it. */
export interface Person {
  id: string;
  email: string;
  name: string;
  ctx: Context;
}

/** Hashing takes its time; who never signs in can share one. */
let unknownPassword: Promise<string> | undefined;

export async function addPerson(
  shop: TestShop,
  role: Role,
  { name = role as string, password }: { name?: string; password?: string } = {},
): Promise<Person> {
  const id = newId();
  const email = `${name.toLowerCase().replace(/\W/g, "-")}-${id}@example.test`;
  unknownPassword ??= hashPassword(newId());
  const passwordHash = await (password ? hashPassword(password) : unknownPassword);
  await shop.sql`INSERT INTO users (id, email, name, password_hash, sessions_valid_from)
    VALUES (${id}, ${email}, ${name}, ${passwordHash}, now() - interval '1 minute')`;
  await joinShop(shop, id, role);
  return { id, email, name, ctx: shop.as({ type: "user", id, name, role }) };
}

export async function joinShop(shop: TestShop, userId: string, role: Role): Promise<void> {
  await shop.sql`INSERT INTO memberships (merchant_id, user_id, role)
    VALUES (${shop.merchantId}, ${userId}, ${role})`;
}

/** The token that next-auth puts into the session cookie when this person signs in. */
export function sessionToken(userId: string, signedInAt = Date.now()): Promise<string> {
  return encode({ token: { sub: userId, signedInAt }, secret: process.env.NEXTAUTH_SECRET! });
}

/** The cookies of a signed-in browser: the session, and the shop chosen in the switcher. */
export async function sessionCookie(userId: string, merchantId?: string): Promise<string> {
  const session = `next-auth.session-token=${await sessionToken(userId)}`;
  return merchantId ? `${session}; zhanggui-merchant=${merchantId}` : session;
}
