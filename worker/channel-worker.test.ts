import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { BotApi } from "@/test/support/bot-api";

const { ownerUrl, appUrl } = await useTestDatabase();
const { connectTelegram, deliveriesOf, openTakenConversation } = await import("@/test/support/channel-shop");
const { resendMessage, sendMessage } = await import("@/lib/service/conversations");
const sql = openOwner(ownerUrl);
const api = await BotApi.start();
const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
});
afterAll(async () => {
  await api.stop();
  await sql.end();
});

/** The worker itself, as the supervisor starts it. */
function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "worker/main.ts"], {
    env: { ...process.env, APP_DATABASE_URL: appUrl },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  children.add(child);
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve(child));
    child.once("exit", (code) => reject(new Error(`The worker ended with ${code}.`)));
  });
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("It did not come to pass within a minute.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe("a worker that is killed between giving a message away and hearing of it", () => {
  it("leaves it unknown: the next one sends what comes after, and it goes again by an agent's act alone", async () => {
    const shop = await createTestShop(sql);
    const account = await connectTelegram(shop, api);
    const { id } = await openTakenConversation(shop, account, api);
    const write = (text: string) =>
      sendMessage(shop.ctx, { id, author: "agent", text, clientMessageId: text });
    const states = async () => (await deliveriesOf(shop)).slice(1).map((row) => row.state);
    api.taken.length = 0;

    api.mishaps = [{ is: "silence" }];
    const { message } = await write("first");
    const worker = await startWorker();
    await until(() => api.texts.length === 1);
    worker.kill("SIGKILL");
    expect(await states()).toEqual(["sending"]);

    await write("second");
    await startWorker();
    await until(async () => (await states()).join() === "unknown,sent");
    expect(api.texts).toEqual(["first", "second"]);

    await resendMessage(shop.ctx, { id, messageId: message.id });
    await until(async () => (await states()).join() === "sent,sent");
    expect(api.texts).toEqual(["first", "second", "first"]);
  }, 180_000);
});
