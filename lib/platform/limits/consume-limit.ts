import { sql } from "drizzle-orm";
import { database, driver, type Transaction } from "@/db/client";

export interface LimitState {
  allowed: boolean;
  limit: number;
  remaining: number;
  resetSeconds: number;
}

/**
 * Counts a hit against a fixed window kept in PostgreSQL, so that every web process sees the same count.
 * @param bucket opaque name of what is limited, such as `api:<key id>`.
 * @param tx the open transaction, if there is one: who holds a connection must not wait for a second.
 */
export async function consumeLimit(
  bucket: string,
  limit: number,
  windowSeconds: number,
  tx: Pick<Transaction, "execute"> = database(),
): Promise<LimitState> {
  const [row] = await tx.execute<{ hits: number; reset: number }>(sql`
    INSERT INTO rate_limits AS r (bucket, window_started_at, hits) VALUES (${bucket}, now(), 1)
    ON CONFLICT (bucket) DO UPDATE SET
      hits = CASE WHEN r.window_started_at <= now() - make_interval(secs => ${windowSeconds}) THEN 1 ELSE r.hits + 1 END,
      window_started_at = CASE WHEN r.window_started_at <= now() - make_interval(secs => ${windowSeconds})
                               THEN now() ELSE r.window_started_at END
    RETURNING hits, ceil(extract(epoch FROM window_started_at - now()) + ${windowSeconds})::int AS reset`);
  const hits = row?.hits ?? 1;
  return {
    allowed: hits <= limit,
    limit,
    remaining: Math.max(0, limit - hits),
    resetSeconds: Math.max(1, row?.reset ?? windowSeconds),
  };
}

/** Forgets a bucket, after a successful login for example. */
export async function resetLimit(bucket: string): Promise<void> {
  await driver()`DELETE FROM rate_limits WHERE bucket = ${bucket}`;
}
