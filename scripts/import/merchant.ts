import postgres from "postgres";
import { isTimeZone } from "@/lib/core/dates";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { currencySchema } from "@/lib/core/money-schema";

interface Wanted {
  merchant: string | undefined;
  currency: string | undefined;
  timeZone: string | undefined;
  owner: string | undefined;
}

export interface CommandMerchant {
  id: string;
  name: string;
}

/** The shop to import into, by name; a new one is owned by `--owner` or the demo shop's owner, to be seen in the dashboard. */
export async function findOrCreateMerchant(ownerUrl: string, wanted: Wanted): Promise<CommandMerchant> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    if (!wanted.merchant) return await theOnlyMerchant(sql);
    const [found] = await sql<
      CommandMerchant[]
    >`SELECT id, name FROM merchants WHERE name = ${wanted.merchant}`;
    return found ?? (await createMerchant(sql, wanted.merchant, wanted));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function theOnlyMerchant(sql: postgres.Sql): Promise<CommandMerchant> {
  const shops = await sql<CommandMerchant[]>`SELECT id, name FROM merchants ORDER BY created_at LIMIT 20`;
  if (shops.length === 1) return shops[0]!;
  const known = shops.map((shop) => shop.name).join(", ");
  throw new AppError(
    "invalid_input",
    known
      ? `Say which shop with --merchant: ${known}.`
      : "There is no shop yet: name a new one with --merchant.",
  );
}

async function createMerchant(sql: postgres.Sql, name: string, wanted: Wanted): Promise<CommandMerchant> {
  const currency = currencySchema.safeParse(wanted.currency ?? "");
  if (!currency.success || !wanted.timeZone || !isTimeZone(wanted.timeZone)) {
    throw new AppError(
      "invalid_input",
      `There is no shop ${name}: to create it, give --currency (such as GBP) and --timezone (such as Europe/London).`,
    );
  }
  const ownerId = await findOwner(sql, wanted.owner);
  const id = newId();
  await sql.begin(async (tx) => {
    await tx`INSERT INTO merchants (id, name, slug, base_currency, time_zone)
             VALUES (${id}, ${name}, ${toSlug(name, id)}, ${currency.data}, ${wanted.timeZone!})`;
    if (ownerId) {
      await tx`INSERT INTO memberships (merchant_id, user_id, role) VALUES (${id}, ${ownerId}, 'owner')`;
    }
  });
  return { id, name };
}

async function findOwner(sql: postgres.Sql, email: string | undefined): Promise<string | null> {
  if (email) {
    const [user] = await sql`SELECT id FROM users WHERE lower(email) = lower(${email})`;
    if (user) return user.id as string;
    throw new AppError("invalid_input", `There is no user with the e-mail ${email}.`);
  }
  const [owner] = await sql`
    SELECT membership.user_id AS id FROM memberships membership
    JOIN merchants merchant ON merchant.id = membership.merchant_id AND merchant.is_demo
    WHERE membership.role = 'owner' ORDER BY membership.created_at LIMIT 1`;
  return (owner?.id as string | undefined) ?? null;
}

function toSlug(name: string, id: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${words || "shop"}-${id.slice(-6)}`;
}
