import { bigserial, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant, merchantId } from "./columns";
import { merchants } from "./merchants";

/** Long work as the merchant sees it; pg-boss holds the queue, this row the state and the failure text. */
export const jobs = pgTable(
  "jobs",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    /** Ids only, never facts. */
    payload: jsonb("payload").$type<Record<string, string>>().notNull(),
    status: text("status", { enum: ["queued", "running", "succeeded", "failed"] })
      .notNull()
      .default("queued"),
    attempts: integer("attempts").notNull().default(0),
    error: text("error"),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    primaryKey({ name: "jobs_pkey", columns: [table.merchantId, table.id] }),
    index("jobs_created_at_idx").on(table.merchantId, table.createdAt),
  ],
);

/** What must be announced outside this transaction; the worker relays it at least once, in order. */
export const outbox = pgTable(
  "outbox",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    topic: text("topic").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
    claimedUntil: instant("claimed_until"),
  },
  (table) => [index("outbox_merchant_idx").on(table.merchantId)],
);

export const auditLog = pgTable(
  "audit_log",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    id: id(),
    actorType: text("actor_type", { enum: ["user", "api_key", "customer", "system"] }).notNull(),
    actorId: text("actor_id"),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    details: jsonb("details").$type<Record<string, unknown>>().notNull().default({}),
    requestId: text("request_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "audit_log_pkey", columns: [table.merchantId, table.id] }),
    index("audit_log_created_at_idx").on(table.merchantId, table.createdAt, table.id),
  ],
);

export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    merchantId: merchantId().references(() => merchants.id, { onDelete: "cascade" }),
    /** The API key, user or visitor that sent it: two credentials never share an answer. */
    credentialId: text("credential_id").notNull(),
    route: text("route").notNull(),
    key: text("key").notNull(),
    bodySha256: text("body_sha256").notNull(),
    /** Null while the first request is still running. */
    responseStatus: integer("response_status"),
    responseBody: jsonb("response_body"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: "idempotency_keys_pkey",
      columns: [table.merchantId, table.credentialId, table.route, table.key],
    }),
    index("idempotency_keys_created_at_idx").on(table.createdAt),
  ],
);

/** Fixed-window counters, shared by all web processes. Not tenant data: the bucket is an opaque name. */
export const rateLimits = pgTable("rate_limits", {
  bucket: text("bucket").primaryKey(),
  windowStartedAt: instant("window_started_at").notNull(),
  hits: integer("hits").notNull(),
});
