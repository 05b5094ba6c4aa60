import { connect, type Socket } from "node:net";
import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";

const { appUrl } = await useTestDatabase();
const { hostname, port } = new URL(appUrl);

// The driver as it is installed, with patches/postgres: see patches/README.md for what it did without.
let socket: Socket;
const sql = postgres(appUrl, {
  max: 1,
  connect_timeout: 5,
  socket: () =>
    new Promise<Socket>((resolve) => {
      socket = connect(Number(port), hostname, () => resolve(socket));
    }),
} as postgres.Options<Record<string, never>>);
afterAll(() => sql.end({ timeout: 1 }));

it("a connection that dies while a query waits to be written refuses it and works again", async () => {
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  const refused = expect(sql`select 2 as two`.execute()).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  await Promise.resolve();
  socket.destroy();
  await refused;
  expect(await sql`select 3 as three`).toEqual([{ three: 3 }]);
});

it("what a transaction asks after its connection died is refused, and reaches nobody else's", async () => {
  let late: Promise<unknown> = Promise.resolve();
  const transaction = sql.begin(async (tx) => {
    await tx`select 1`;
    const gone = new Promise((resolve) => socket.once("close", resolve));
    socket.destroy();
    await gone;
    late = (async () => {
      await sql`select 2`; // there is a new connection
      await tx`select set_config('test.late', 'yes', false)`;
    })();
    await late;
  });
  await expect(transaction).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  await expect(late).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  expect(await sql`select current_setting('test.late', true) as late`).toEqual([{ late: null }]);
});
