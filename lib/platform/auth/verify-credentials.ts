import { z } from "zod";
import { driver } from "@/db/client";
import { clientAddress } from "@/lib/platform/limits/client-address";
import { consumeLimit, resetLimit } from "@/lib/platform/limits/consume-limit";
import { hashPassword, verifyPassword } from "./passwords";

const credentialsSchema = z.object({
  email: z
    .string()
    .trim()
    .min(3)
    .max(254)
    .refine((email) => !email.includes("\0")),
  password: z.string().min(1).max(128),
});

const ATTEMPTS_PER_EMAIL = 8;
const ATTEMPTS_PER_ADDRESS = 60;
const WINDOW_SECONDS = 15 * 60;

/** next-auth hands the message of a thrown error to the sign-in page, which words it in the reader's language. */
export const LOGIN_RATE_LIMITED = "rate_limited";

let decoyHash: Promise<string> | undefined;

/** The user, or null when e-mail and password do not belong together; both take the same time. */
export async function verifyCredentials(
  raw: unknown,
  address: string,
): Promise<{ id: string; name: string; email: string } | null> {
  const parsed = credentialsSchema.safeParse(raw);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  const emailBucket = `login:email:${email.toLowerCase()}`;
  const byEmail = await consumeLimit(emailBucket, ATTEMPTS_PER_EMAIL, WINDOW_SECONDS);
  const addressBucket = `login:address:${clientAddress(address)}`;
  const byAddress = await consumeLimit(addressBucket, ATTEMPTS_PER_ADDRESS, WINDOW_SECONDS);
  if (!byEmail.allowed || !byAddress.allowed) throw new Error(LOGIN_RATE_LIMITED);

  const [user] = await driver()<{ id: string; name: string; email: string; password_hash: string }[]>`
    SELECT id, name, email, password_hash FROM find_user_for_login(${email})`;
  decoyHash ??= hashPassword("a password that no one has");
  const isValid = await verifyPassword(user?.password_hash ?? (await decoyHash), password);
  if (!user || !isValid) return null;
  await resetLimit(emailBucket);
  return { id: user.id, name: user.name, email: user.email };
}
