import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { ModelServer } from "@/test/support/model-server";

const { ownerUrl } = await useTestDatabase();
const {
  askModel,
  getLanguageModel,
  listModelTasks,
  removeLanguageModel,
  setLanguageModel,
  testLanguageModel,
} = await import("@/lib/platform/llm");
const { FAILURES_TO_OPEN } = await import("@/lib/platform/resilience/circuit");
const sql = openOwner(ownerUrl);

let server: ModelServer;
let shop: TestShop;
beforeAll(async () => {
  server = await ModelServer.start();
});
beforeEach(async () => {
  shop = await createTestShop(sql);
  server.asked.length = 0;
  server.mishaps = [];
  server.answer = () => "ready";
  server.usage = { prompt_tokens: 100, completion_tokens: 20 };
});
afterAll(async () => {
  await server.stop();
  await sql.end();
});

const all = { phrase: true, summarise: true, translate: true };
const setUp = (more: object = {}) =>
  setLanguageModel(shop.ctx, {
    baseUrl: server.baseUrl,
    model: "small-1",
    apiKey: server.apiKey,
    tasks: all,
    ...more,
  });
const ask = (task: "phrase" | "translate" = "phrase", deadlineMs = 2_000) =>
  askModel(shop.ctx, task, { system: "Be brief.", prompt: "Hello", maxOutputTokens: 50 }, deadlineMs);
const always = (status: number, body?: string) => {
  server.mishaps = Array.from({ length: 40 }, () => ({ is: "status", status, ...(body ? { body } : {}) }));
};

describe("the settings", () => {
  it("keep the key sealed, and give it out nowhere", async () => {
    const dto = await setUp();
    expect(dto).toMatchObject({ isConfigured: true, hasKey: true, model: "small-1", tasks: all });
    expect(JSON.stringify([dto, await getLanguageModel(shop.ctx)])).not.toContain(server.apiKey);
    const [row] = await sql`SELECT * FROM language_models WHERE merchant_id = ${shop.merchantId}`;
    expect(row!.key_sealed).toBeTruthy();
    const audit = await sql`SELECT details FROM audit_log WHERE merchant_id = ${shop.merchantId}`;
    expect(JSON.stringify([row, audit])).not.toContain(server.apiKey);
    expect(audit.at(-1)!.details).toMatchObject({ keyChanged: true });
  });

  it("keep the key that is left out, take it away with null, and send it to no other host", async () => {
    await setUp();
    await setUp({ apiKey: undefined, model: "small-2" });
    expect(await ask()).toMatchObject({ is: "answered", model: "small-2" });
    await expect(setUp({ apiKey: "", baseUrl: "https://elsewhere.example/v1" })).rejects.toMatchObject({
      code: "invalid_input",
      issues: [{ path: "apiKey" }],
    });
    expect(await setUp({ apiKey: null })).toMatchObject({ hasKey: false });
    expect(await ask()).toMatchObject({ is: "unavailable", code: "key_refused" });
  });

  it("refuse what is no address, and who may not change them", async () => {
    for (const baseUrl of ["no", "ftp://x.example", "https://user:pass@x.example/v1"])
      await expect(setUp({ baseUrl })).rejects.toMatchObject({ code: "invalid_input" });
    const agent = shop.asRole("agent");
    await expect(getLanguageModel(agent)).rejects.toMatchObject({ code: "forbidden" });
    await expect(testLanguageModel(agent)).rejects.toMatchObject({ code: "forbidden" });
    await setUp({ tasks: { ...all, phrase: false } });
    expect(await listModelTasks(agent)).toEqual(["summarise", "translate"]);
  });

  it("take the address as people copy it", async () => {
    expect((await setUp({ baseUrl: `${server.baseUrl}/chat/completions` })).baseUrl).toBe(server.baseUrl);
    expect((await setUp({ baseUrl: `${server.baseUrl}/` })).baseUrl).toBe(server.baseUrl);
  });

  it("are gone after removal, and what was used stays counted", async () => {
    await setUp();
    await ask();
    expect(await removeLanguageModel(shop.ctx)).toMatchObject({ isConfigured: false, tokensToday: 120 });
    expect(await ask()).toMatchObject({ code: "not_configured" });
    expect(await listModelTasks(shop.ctx)).toEqual([]);
  });
});

describe("a question", () => {
  it("goes out as the protocol has it, and is counted", async () => {
    await setUp();
    server.answer = ({ prompt }) => `You said ${prompt}.`;
    expect(await ask()).toEqual({ is: "answered", text: "You said Hello.", model: "small-1" });
    expect(server.asked).toEqual([
      { authorization: `Bearer ${server.apiKey}`, model: "small-1", system: "Be brief.", prompt: "Hello" },
    ]);
    const { usage, tokensToday, lastAnswerAt } = await getLanguageModel(shop.ctx);
    expect(usage).toHaveLength(30);
    expect(usage.at(-1)).toMatchObject({ calls: 1, failures: 0, tokens: 120 });
    expect([tokensToday, lastAnswerAt]).toEqual([120, expect.any(String)]);
  });

  it("is counted where the endpoint does not say what it used", async () => {
    await setUp();
    server.usage = null;
    await ask();
    expect((await getLanguageModel(shop.ctx)).tokensToday).toBeGreaterThan(5);
  });

  it("is not asked for what is switched off, nor without a model", async () => {
    expect(await ask()).toMatchObject({ code: "not_configured" });
    await setUp({ tasks: { phrase: true, summarise: true, translate: false } });
    expect(await ask("translate")).toMatchObject({ code: "not_allowed" });
    expect(server.asked).toEqual([]);
  });

  it("is not asked in an open transaction", async () => {
    await setUp();
    const prompt = { system: "", prompt: "x", maxOutputTokens: 5 };
    await expect(askModel({ ...shop.ctx, tx: {} }, "phrase", prompt, 100)).rejects.toThrow("transaction");
  });

  it("is asked once more after a moment where the endpoint was busy or failed", async () => {
    await setUp();
    for (const status of [429, 500, 503]) {
      server.mishaps = [{ is: "status", status }];
      expect(await ask()).toMatchObject({ is: "answered" });
    }
    server.mishaps = [{ is: "status", status: 400 }];
    expect(await ask()).toMatchObject({ code: "bad_answer" });
    expect(server.asked).toHaveLength(7);
  });

  it("gives up at its deadline", async () => {
    await setUp();
    server.mishaps = [{ is: "slow", ms: 3_000 }];
    const startedAt = performance.now();
    expect(await ask("phrase", 300)).toMatchObject({ is: "unavailable", code: "timeout" });
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });

  it("tells plainly what went wrong, and never what the endpoint wrote", async () => {
    await setUp();
    const cases = [
      [{ is: "status", status: 404 }, "not_found"],
      [{ is: "status", status: 403 }, "key_refused"],
      [{ is: "broken_json" }, "bad_answer"],
      [{ is: "other_protocol" }, "bad_answer"],
      [{ is: "redirect", to: "http://169.254.169.254/latest" }, "bad_answer"],
    ] as const;
    for (const [mishap, code] of cases) {
      server.mishaps = [mishap];
      await setUp();
      expect([mishap, await ask()]).toMatchObject([mishap, { code }]);
    }
    always(500, `leaked ${server.apiKey}`);
    expect(await ask()).toMatchObject({ code: "endpoint_failed" });
    const { recentErrors } = await getLanguageModel(shop.ctx);
    expect(recentErrors[0]).toMatchObject({ task: "phrase", code: "endpoint_failed" });
    expect(recentErrors.length).toBe(6);
    expect(JSON.stringify(recentErrors)).not.toContain("leaked");
    server.mishaps = [{ is: "hang_up" }, { is: "hang_up" }];
    expect(await ask()).toMatchObject({ code: "no_connection" });
  });

  it("goes into no private network", async () => {
    await setUp({ baseUrl: "https://10.0.0.7/v1" });
    expect(await ask()).toMatchObject({ code: "no_connection" });
    await setUp({ baseUrl: "http://model.example/v1", apiKey: "k" });
    expect(await ask()).toMatchObject({ code: "no_connection" });
  });
});

describe("too much of it", () => {
  it("ends with the day's budget", async () => {
    server.usage = { prompt_tokens: 900, completion_tokens: 100 };
    await setUp({ dailyTokens: 1_000 });
    expect(await ask()).toMatchObject({ is: "answered" });
    expect(await ask()).toMatchObject({ code: "budget_spent" });
    expect(server.asked).toHaveLength(1);
    await sql`UPDATE language_model_days SET day = day - 1 WHERE merchant_id = ${shop.merchantId}`;
    expect(await ask()).toMatchObject({ is: "answered" });
  });

  it("opens the circuit after failures in a row, which a probe closes", async () => {
    await setUp();
    always(500);
    for (let failed = 0; failed < FAILURES_TO_OPEN; failed += 1) await ask();
    const before = server.asked.length;
    expect(await ask()).toMatchObject({ code: "circuit_open" });
    expect(server.asked.length).toBe(before);
    expect((await getLanguageModel(shop.ctx)).pausedUntil).toEqual(expect.any(String));
    await sql`UPDATE language_models SET circuit_open_until = now() - interval '1 second'
      WHERE merchant_id = ${shop.merchantId}`;
    server.mishaps = [];
    expect(await ask()).toMatchObject({ is: "answered" });
    expect((await getLanguageModel(shop.ctx)).pausedUntil).toBeNull();
  });

  it("waits for its turn: no more than four at once", async () => {
    await setUp();
    server.mostAtOnce = 0;
    server.mishaps = Array.from({ length: 12 }, () => ({ is: "slow" as const, ms: 60 }));
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask("phrase", 20_000)));
    expect(answers.every(({ is }) => is === "answered")).toBe(true);
    expect(server.mostAtOnce).toBeLessThanOrEqual(4);
  });
});

describe("the test button", () => {
  it("says how long it took, or the cause, even with an open circuit", async () => {
    expect(await testLanguageModel(shop.ctx)).toMatchObject({ isWorking: false, code: "not_configured" });
    await setUp();
    expect(await testLanguageModel(shop.ctx)).toEqual({
      isWorking: true,
      latencyMs: expect.any(Number),
      code: null,
      reason: null,
    });
    await setUp({ apiKey: "wrong" });
    expect(await testLanguageModel(shop.ctx)).toMatchObject({ isWorking: false, code: "key_refused" });
  });
});
