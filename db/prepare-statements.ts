import type postgres from "postgres";

/** Beyond this many texts new ones are sent unprepared: batches come in many shapes, and each would stay prepared. */
const MAX_STATEMENTS = 500;
/** Longer ones are batches. */
const MAX_LENGTH = 6_000;

const known = new Set<string>();

type Client = Pick<postgres.Sql, "unsafe"> & Partial<Pick<postgres.Sql, "begin">>;
type Begin = (optionsOrWork: unknown, work?: (sql: Client) => unknown) => Promise<unknown>;

/**
 * Lets the driver prepare what drizzle sends. Drizzle sends everything unprepared, which costs a second round trip
 * for each statement (parse and describe, then execute). Plans stay made for the values at hand; see db/client.ts.
 */
export function prepareStatements(client: Client): void {
  const { unsafe } = client;
  client.unsafe = ((
    text: string,
    params?: postgres.ParameterOrJSON<never>[],
    options?: postgres.UnsafeQueryOptions,
  ) =>
    params && params.length > 0
      ? unsafe(text, params, { ...options, prepare: isWorthPreparing(text) })
      : unsafe(text, params, options)) as typeof unsafe;

  const begin = client.begin as Begin | undefined;
  if (!begin) return;
  client.begin = ((optionsOrWork: unknown, work?: (sql: Client) => unknown) => {
    const run = (work ?? optionsOrWork) as (sql: Client) => unknown;
    const runPrepared = (sql: Client) => {
      prepareStatements(sql);
      return run(sql);
    };
    return work ? begin(optionsOrWork, runPrepared) : begin(runPrepared);
  }) as typeof client.begin;
}

function isWorthPreparing(text: string): boolean {
  if (known.has(text)) return true;
  if (known.size >= MAX_STATEMENTS || text.length > MAX_LENGTH) return false;
  known.add(text);
  return true;
}
