import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { BotApi } from "@/test/support/bot-api";

const { ownerUrl } = await useTestDatabase();
const channels = await import("./index");
const { openOutside } = await import("./outside/open-outside");
const { openSettings } = await import("./account-settings");
const { telegram } = await import("./telegram/adapter");
const sql = openOwner(ownerUrl);
let api: BotApi;
let shop: TestShop;
beforeAll(async () => {
  api = await BotApi.start();
});
beforeEach(async () => {
  shop = await createTestShop(sql);
});
afterAll(async () => {
  await api.stop();
  await sql.end();
});

const create = (settings: Record<string, unknown> = { botToken: api.token, apiBaseUrl: api.url }) =>
  channels.createChannelAccount(shop.ctx, { kind: "telegram", name: " Shop bot ", settings });
const rowOf = async (id: string) => (await sql`SELECT * FROM channel_accounts WHERE id = ${id}`)[0]!;
const opened = async (id: string) => {
  const row = await rowOf(id);
  return openSettings(telegram, { settings: row.settings, secretsSealed: row.secrets_sealed });
};
const audit = async () =>
  (await sql`SELECT action FROM audit_log WHERE merchant_id = ${shop.merchantId} ORDER BY created_at`).map(
    (row) => row.action,
  );

describe("an account", () => {
  it("is stored with its secrets sealed, and shows none of them", async () => {
    const account = await create();
    expect(account).toMatchObject({
      name: "Shop bot",
      kind: "telegram",
      isEnabled: true,
      state: "working",
      settings: { apiBaseUrl: api.url },
      secretsSet: ["botToken"],
      refusedCalls: 0,
    });
    expect(account.address).toMatch(
      /^http:\/\/localhost:3000\/api\/v1\/channels\/telegram\/[\w-]{32}\/webhook$/,
    );
    const seen = JSON.stringify([
      await rowOf(account.id),
      account,
      await channels.listChannelAccounts(shop.ctx),
    ]);
    expect(seen).not.toContain(api.token);
    expect(await opened(account.id)).toEqual({ botToken: api.token, apiBaseUrl: api.url });
  });

  it("takes the settings of its kind alone, and says which field is wrong", async () => {
    await expect(create({ botToken: "nonsense" })).rejects.toMatchObject({
      code: "invalid_input",
      issues: [{ path: "settings.botToken", message: expect.stringContaining("@BotFather") }],
    });
    await expect(create({})).rejects.toMatchObject({ code: "invalid_input" });
    const missing = { kind: "douyin" as const, name: "x", settings: {} };
    if (!(await channels.listChannelKinds(shop.ctx)).data.some(({ kind }) => kind === "douyin"))
      await expect(channels.createChannelAccount(shop.ctx, missing)).rejects.toMatchObject({
        code: "not_possible",
      });
  });

  it("keeps a secret that is left out or empty, and changes one that is given", async () => {
    const { id } = await create();
    for (const settings of [
      { apiBaseUrl: "https://bots.example" },
      { botToken: "", apiBaseUrl: "https://bots.example" },
    ])
      await channels.updateChannelAccount(shop.ctx, { id, settings });
    expect(await opened(id)).toEqual({ botToken: api.token, apiBaseUrl: "https://bots.example" });
    const other = `987654321:${"B".repeat(35)}`;
    const updated = await channels.updateChannelAccount(shop.ctx, {
      id,
      name: "New",
      settings: { botToken: other },
    });
    expect(updated).toMatchObject({ name: "New", settings: { apiBaseUrl: "https://api.telegram.org" } });
    expect(await opened(id)).toMatchObject({ botToken: other });
    const bad = channels.updateChannelAccount(shop.ctx, { id, settings: { botToken: "nonsense" } });
    await expect(bad).rejects.toMatchObject({ code: "invalid_input" });
    expect(await opened(id)).toMatchObject({ botToken: other });
  });

  it("goes with its secrets when it is removed, and its name stays in the log", async () => {
    const { id } = await create();
    await channels.deleteChannelAccount(shop.ctx, { id });
    expect((await channels.listChannelAccounts(shop.ctx)).data).toEqual([]);
    expect(await rowOf(id)).toMatchObject({
      secrets_sealed: "",
      is_enabled: false,
      removed_at: expect.any(Date),
    });
    for (const act of [
      channels.getChannelAccount,
      channels.deleteChannelAccount,
      channels.rotateChannelAddress,
    ])
      await expect(act(shop.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await audit()).toEqual(["channel.created", "channel.deleted"]);
  });

  it("is for those who may change settings, in their own shop", async () => {
    const { id } = await create();
    const other = await createTestShop(sql);
    const acts = [
      channels.getChannelAccount,
      channels.updateChannelAccount,
      channels.rotateChannelAddress,
      channels.testChannelAccount,
      channels.deleteChannelAccount,
    ];
    for (const act of acts) {
      await expect(act(shop.asRole("operator"), { id })).rejects.toMatchObject({ code: "forbidden" });
      await expect(act(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await channels.listChannelAccounts(other.ctx)).data).toEqual([]);
    await expect(channels.listChannelAccounts(shop.asRole("viewer"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("the kinds that are offered", () => {
  it("say what a form must ask for", async () => {
    const { data } = await channels.listChannelKinds(shop.ctx);
    expect(data.find(({ kind }) => kind === "telegram")).toMatchObject({
      canConnect: true,
      maxTextLength: 4_096,
      fields: [
        { name: "botToken", type: "text", isSecret: true, isRequired: true, default: null },
        {
          name: "apiBaseUrl",
          type: "text",
          isSecret: false,
          isRequired: false,
          default: "https://api.telegram.org",
        },
      ],
    });
  });
});

describe("a test of the connection", () => {
  it("finds the bot's name and tells Telegram the address, with its secret", async () => {
    const account = await create();
    api.calls.length = 0;
    const refused = await channels.testChannelAccount(shop.ctx, { id: account.id });
    // Telegram takes addresses with TLS alone, which the tests' desk has not.
    expect(refused).toMatchObject({
      isConnected: false,
      code: "400",
      reason: expect.stringContaining("HTTPS"),
    });
    expect(api.calls.map(({ method }) => method)).toEqual(["getMe", "setWebhook"]);
    expect(api.calls[1]!.body).toMatchObject({
      url: account.address,
      secret_token: expect.stringMatching(/^[\w-]{1,256}$/),
      allowed_updates: ["message", "edited_message", "callback_query"],
    });
    expect(await channels.getChannelAccount(shop.ctx, { id: account.id })).toMatchObject({
      state: "failing",
    });
    const outcome = await telegram.connect!(
      { botToken: api.token, apiBaseUrl: api.url },
      "https://desk.example/webhook",
      openOutside(shop.ctx, account.id),
    );
    expect(outcome).toEqual({ is: "connected", name: "@shop_bot" });
  });

  it("says what is wrong: a token that is not known, a server that is not there", async () => {
    const unknown = await create({ botToken: `111111111:${"C".repeat(35)}`, apiBaseUrl: api.url });
    expect(await channels.testChannelAccount(shop.ctx, { id: unknown.id })).toEqual({
      isConnected: false,
      name: null,
      code: "401",
      reason: "Unauthorized",
    });
    const nowhere = await create({ botToken: api.token, apiBaseUrl: "http://127.0.0.1:9" });
    const answer = await channels.testChannelAccount(shop.ctx, { id: nowhere.id });
    expect(answer).toMatchObject({ isConnected: false, code: "no_connection" });
    const inside = await create({ botToken: api.token, apiBaseUrl: "https://169.254.169.254" });
    const guarded = await channels.testChannelAccount(shop.ctx, { id: inside.id });
    expect(guarded).toMatchObject({
      code: "no_connection",
      reason: expect.stringContaining("private network"),
    });
  });
});

describe("an access token", () => {
  it("is asked for once by all who need it at the same time, kept sealed, and asked for anew when it is over", async () => {
    const { id } = await create();
    let issued = 0;
    const issue = (expiresInSeconds: number) => async () => {
      issued += 1;
      await new Promise((resolve) => setTimeout(resolve, 30));
      return { token: `secret-${issued}`, expiresInSeconds };
    };
    const outside = openOutside(shop.ctx, id);
    const tokens = await Promise.all(Array.from({ length: 5 }, () => outside.token("access", issue(7_200))));
    expect(tokens).toEqual(Array(5).fill("secret-1"));
    const [row] = await sql`SELECT * FROM channel_tokens WHERE account_id = ${id}`;
    expect(row!.token_sealed).not.toContain("secret-1");
    expect(row!.expires_at.getTime()).toBeLessThanOrEqual(Date.now() + 7_080_000);
    await sql`UPDATE channel_tokens SET expires_at = now() - interval '1 second' WHERE account_id = ${id}`;
    expect(await outside.token("access", issue(7_200))).toBe("secret-2");
    await outside.dropToken("access");
    expect(await outside.token("access", issue(7_200))).toBe("secret-3");
    expect(await outside.token("another", issue(7_200))).toBe("secret-4");
  });
});
