import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { PERMISSIONS } from "@/lib/core/permissions";
import { conversationLoads, eventLoad } from "./activity-rows";
import { articleLoads } from "./article-rows";
import { DAY_MS, TIME_ZONE } from "./calendar";
import { buildConversations, type DemoAgent } from "./conversations";
import { copyRows } from "./copy-rows";
import { type DemoCredentials, type DemoSecrets, makeSecrets } from "./credentials";
import { deskToolLoads } from "./desk-tools";
import { checkForeignKeys, deferForeignKeys } from "./foreign-keys";
import { IdFactory, Random } from "./random";
import { readConversations } from "./readings";
import { factLoads, type Load } from "./rows";
import { serviceLoads } from "./service-rows";
import { buildShop, type DemoShop } from "./shop";
import { teachingLoads } from "./teaching";

export type { DemoCredentials } from "./credentials";

export const DEMO_SLUG = "harbour-pine";
/** Digits that follow directly would make it another number; the reader ignores case. */
export const DEMO_ORDER_NUMBER_PATTERN = "\\bHP-\\d{5,6}\\b";
const DEMO_API_REQUESTS_PER_MINUTE = 100_000;
/** Any constant: two processes that seed at once take turns, and the second finds the shop there. */
const SEED_LOCK = 7_264_802;

export interface SeedOptions {
  ownerUrl: string;
  /** Where the credentials are kept (`demo.json`, readable by its owner only). */
  dataDir: string;
  /** The shop's "now": nothing in it is later but what is expected. */
  anchor: Date;
  /** `done` from 0 to 1. */
  onProgress?: (done: number, label: string) => void;
  /** Below 1 for tests: customers, orders, events and past conversations in proportion. */
  scale?: number;
}

/**
 * Fills the demo shop with the owner's rights, in one transaction: after a crash there is nothing of it.
 * Returns its credentials, or null where the shop is already there. Needs the settings of `lib/core/env`.
 */
export async function seedDemo(options: SeedOptions): Promise<DemoCredentials | null> {
  const { ownerUrl, dataDir, anchor, onProgress = () => {}, scale = 1 } = options;
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    if (await isSeeded(sql)) return null;
    onProgress(0, "preparing");
    const secrets = await makeSecrets();
    const shop = buildShop(anchor, scale);
    const credentials = await sql.begin(async (tx) => {
      await tx`SELECT pg_advisory_xact_lock(${SEED_LOCK})`;
      if (await isSeeded(tx)) return null;
      const isDeferred = await deferForeignKeys(tx);
      const merchantId = await fill(tx, shop, secrets, onProgress);
      if (isDeferred) await checkForeignKeys(tx, merchantId);
      const made = toCredentials(merchantId, secrets);
      // Before the commit: a shop whose passwords nobody knows is worse than a file without a shop.
      keepCredentials(dataDir, made);
      return made;
    });
    if (credentials) {
      onProgress(0.96, "statistics");
      await sql.unsafe(`VACUUM (ANALYZE) ${[...FILLED_TABLES].join(", ")}`);
      onProgress(1, "done");
    }
    return credentials;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const FILLED_TABLES = [
  "customers",
  "products",
  "orders",
  "order_lines",
  "shipments",
  "returns",
  "return_lines",
  "events",
  "conversations",
  "messages",
  "intent_corrections",
];

async function isSeeded(sql: postgres.ISql): Promise<boolean> {
  const rows = await sql`SELECT 1 FROM merchants WHERE slug = ${DEMO_SLUG}`;
  return rows.length > 0;
}

async function fill(
  tx: postgres.TransactionSql,
  shop: DemoShop,
  secrets: DemoSecrets,
  onProgress: (done: number, label: string) => void,
): Promise<string> {
  const { merchantId, agents } = await createShop(tx, shop, secrets);
  const conversations = buildConversations(shop, agents);
  const { readings, reviews } = readConversations(conversations, shop.random);
  const loads = [
    ...factLoads(shop, merchantId),
    ...serviceLoads(shop, merchantId),
    ...articleLoads(shop, merchantId),
    ...conversationLoads(shop, merchantId, conversations, readings),
    ...teachingLoads(shop, merchantId, reviews),
    ...deskToolLoads(shop, merchantId),
    eventLoad(shop, merchantId),
  ];
  // Events are most of the rows; the share of each table follows from what it weighs.
  const progress = trackProgress(shop, onProgress);
  for (const load of loads) await copyRows(tx, load.table, load.columns, progress(load));
  return merchantId;
}

/** Counts rows as they pass; some 14 rows for each order at full scale. */
function trackProgress(shop: DemoShop, onProgress: (done: number, label: string) => void) {
  const expected = shop.orders.length * 14;
  const step = Math.max(500, Math.floor(expected / 200));
  let sent = 0;
  return function* counted(load: Load): Generator<Load["rows"] extends Iterable<infer Row> ? Row : never> {
    for (const row of load.rows) {
      if (++sent % step === 0) onProgress(Math.min(0.95, 0.05 + (0.9 * sent) / expected), load.table);
      yield row;
    }
  };
}

/** The merchant, its people and its keys. */
async function createShop(
  tx: postgres.TransactionSql,
  shop: DemoShop,
  secrets: DemoSecrets,
): Promise<{ merchantId: string; agents: DemoAgent[] }> {
  const ids = new IdFactory(new Random("harbour-and-pine/people"));
  const openedMs = shop.firstDayMs - 200 * DAY_MS;
  const createdAt = new Date(openedMs);
  const merchantId = ids.at(openedMs);
  await tx`INSERT INTO merchants ${tx({
    id: merchantId,
    name: "Harbour & Pine",
    slug: DEMO_SLUG,
    base_currency: "CNY",
    time_zone: TIME_ZONE,
    default_locale: "en",
    is_demo: true,
    order_number_pattern: DEMO_ORDER_NUMBER_PATTERN,
    created_at: createdAt,
    updated_at: createdAt,
  })}`;
  const agents: DemoAgent[] = [];
  for (const [index, user] of secrets.users.entries()) {
    const joinedAt = new Date(openedMs + index * 9 * DAY_MS);
    const userId = await createUser(tx, ids.at(joinedAt.getTime()), user, joinedAt);
    await tx`INSERT INTO memberships ${tx({ merchant_id: merchantId, user_id: userId, role: user.role, created_at: joinedAt })}`;
    if (user.role === "agent")
      agents.push({ id: userId, name: user.name, signatures: SIGNATURES[user.email] ?? {} });
  }
  const [apiKeyId, widgetKeyId] = [ids.at(shop.anchorMs), ids.at(shop.anchorMs)];
  const madeAt = new Date(shop.anchorMs);
  await tx`INSERT INTO api_keys ${tx({
    merchant_id: merchantId,
    id: apiKeyId,
    name: "Demo",
    prefix: secrets.apiKey.prefix,
    key_hash: secrets.apiKey.keyHash,
    scopes: [...PERMISSIONS],
    requests_per_minute: DEMO_API_REQUESTS_PER_MINUTE,
    created_at: madeAt,
  })}`;
  await tx`INSERT INTO widget_keys ${tx({
    merchant_id: merchantId,
    id: widgetKeyId,
    key: secrets.widgetKey.key,
    secret_encrypted: secrets.widgetKey.secretEncrypted,
    created_at: madeAt,
  })}`;
  return { merchantId, agents };
}

const SIGNATURES: Record<string, DemoAgent["signatures"]> = {
  "chen@harbourpine.example": { zh: "陈悦", en: "Yue" },
  "sofia@harbourpine.example": { es: "Sofía", en: "Sofía" },
};

/** An account may outlive a demo shop that was removed: it then gets the new password. */
async function createUser(
  tx: postgres.TransactionSql,
  id: string,
  user: DemoSecrets["users"][number],
  createdAt: Date,
): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    INSERT INTO users (id, email, name, password_hash, locale, sessions_valid_from, created_at, updated_at)
    VALUES (${id}, ${user.email}, ${user.name}, ${user.passwordHash}, ${user.locale}, ${createdAt}, ${createdAt}, ${createdAt})
    ON CONFLICT (lower(email)) DO UPDATE
      SET password_hash = excluded.password_hash, name = excluded.name, sessions_valid_from = now()
    RETURNING id`;
  return row?.id ?? id;
}

function toCredentials(merchantId: string, { apiKey, widgetKey, users }: DemoSecrets): DemoCredentials {
  return {
    merchantId,
    apiKey: apiKey.key,
    widgetKey: widgetKey.key,
    users: users.map(({ email, password, role }) => ({ email, password, role })),
  };
}

/** Adds the credentials to `demo.json`; the launcher adds the address. */
function keepCredentials(dataDir: string, credentials: DemoCredentials): void {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "demo.json");
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ ...readJson(file), ...credentials }, null, 2)}\n`, {
    mode: 0o600,
  });
  renameSync(draft, file);
}

function readJson(file: string): object {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as object;
  } catch {
    return {};
  }
}
