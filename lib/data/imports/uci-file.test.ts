import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { systemContext } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { useTestDatabase } from "@/test/database";
import { importFile } from ".";

const ROWS = 20_000;
const file = join(
  process.env.ZHANGGUI_DATA ?? "../shared/data",
  "retail/uci_online_retail_2010-12_to_2011-09.csv.gz",
);
const isAbsent = !existsSync(file);
if (isAbsent) console.warn(`The UCI file is not at ${file}: its test is left out (set ZHANGGUI_DATA).`);

const { ownerUrl } = await useTestDatabase();
const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
afterAll(() => owner.end());

async function firstLines(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    lines.push(line);
    if (lines.length > ROWS) break;
  }
  return lines;
}

/** Quantity × price of the lines as they stand, each rounded to pence, by another way than the import's. */
function sumPence(lines: string[]): number {
  return lines.slice(1).reduce((sum, line) => {
    const [, quantity, , price] = /,(-?\d+),(\d{4}-[^,]+),(-?[\d.]+),\d*,[^,]+$/.exec(line)!;
    const amount = Number(quantity) * Number(price);
    return sum + Math.sign(amount) * Math.round(Math.abs(amount) * 100 + 1e-6);
  }, 0);
}

it.skipIf(isAbsent)(
  "accounts for every penny of the UCI file's first rows",
  { timeout: 120_000 },
  async () => {
    const id = newId();
    await owner`INSERT INTO merchants (id, name, slug, base_currency, time_zone)
              VALUES (${id}, 'UCI', 'uci', 'GBP', 'Europe/London')`;
    const lines = await firstLines();
    const result = await importFile(systemContext(id, "test", newId()), {
      kind: "orders",
      preset: "uci-online-retail",
      fileName: "uci.csv",
      stream: (async function* () {
        yield Buffer.from(lines.join("\n"));
      })(),
    });
    expect(result.rows.read).toBe(ROWS);
    expect(result.rows.accepted + result.rows.rejected).toBe(ROWS);
    expect(result.acceptedAmount!.amountMinor + result.rejectedAmount!.amountMinor).toBe(sumPence(lines));
    const [net] = await owner`
    SELECT ((SELECT sum(base_total_minor) FROM orders WHERE status NOT IN ('pending', 'cancelled'))
          - (SELECT sum(base_refund_minor) FROM returns WHERE status <> 'rejected'))::int AS minor`;
    expect(net!.minor).toBe(result.acceptedAmount!.amountMinor);
  },
);
