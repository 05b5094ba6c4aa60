import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import type { Anchor } from "@/lib/platform/models/read-anchors";
import { useTestDatabase } from "@/test/database";

const { ownerUrl } = await useTestDatabase();
const { sendMessage, startConversation } = await import("@/lib/service/conversations");
const understanding = await import(".");
const { trainHead } = await import("./train-head");
const { ENGRAVING, rehearse, teachEngraving } = await import("@/test/support/teaching-shop");
const { activateVersion, addExamples, archiveIntent, changeIntent } = understanding;
const { compareVersions, correctIntent, getUnderstandingStatus } = understanding;
const { listIntents, listVersions, requestTraining, undoCorrection } = understanding;
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let anchors: Anchor[];
beforeAll(async () => {
  anchors = await rehearse();
}, 120_000);

async function openShop() {
  const shop = await createTestShop(sql);
  const customer = { externalId: "li" };
  const { id } = await startConversation(shop.ctx, { channel: "api", customer });
  const say = async (text: string) => {
    const message = { id, author: "customer" as const, text, clientMessageId: newId() };
    return (await sendMessage(shop.ctx, message)).message;
  };
  return { shop, say, conversationId: id };
}

/** Asks for a training and runs it as the worker would. */
async function train(shop: TestShop, options: Parameters<typeof trainHead>[2] = { anchors }) {
  const run = await requestTraining(shop.ctx);
  await trainHead({ ...shop.ctx, requestId: newId() }, { runId: run.id }, options);
  const status = await getUnderstandingStatus(shop.ctx);
  expect(status.run).toMatchObject({ id: run.id, status: "succeeded", stage: "done", progress: 1 });
  return (await listVersions(shop.ctx)).data[0]!;
}

describe("an own intent with five examples", () => {
  let shop: TestShop;
  let say: Awaited<ReturnType<typeof openShop>>["say"];
  beforeAll(async () => {
    ({ shop, say } = await openShop());
    await teachEngraving(shop);
  });

  it("is recognised after training, and the model's own intents are kept", async () => {
    const before = await Promise.all(anchors.map(({ text }) => say(text)));
    // With the lines that ship, as a worker does; comparing with the shipped model later asks the same lines.
    const version = await train(shop, {});
    expect(version).toMatchObject({
      ...{ number: 1, decision: "promoted", isActive: true, isCompatible: true, previousNumber: null },
      ...{ ownIntents: ["engraving"], trigger: "person", requestedBy: "test" },
    });
    expect(version.counts).toMatchObject({ examples: 4, corrections: 0 });
    expect(version.comparison.heldOutTexts).toBe(version.counts.heldOut);
    const { languages, heldOutTexts } = version.comparison;
    expect(languages.map(({ language }) => language)).toEqual(expect.arrayContaining(["zh", "en", "es"]));
    expect(languages.reduce((sum, { texts }) => sum + texts, 0)).toBe(heldOutTexts);
    expect(version.comparison.intents.map(({ intent }) => intent)).toContain("engraving");
    for (const text of ENGRAVING.asked) expect(await say(text)).toMatchObject({ text, intent: "engraving" });
    const after = await Promise.all(anchors.map(({ text }) => say(text)));
    expect(after.map(({ intent }) => intent)).toEqual(before.map(({ intent }) => intent));
    expect((await listIntents(shop.ctx)).data).toMatchObject([{ id: "engraving", isLearnt: true }]);
    const [stored] = await sql`SELECT head_version, model FROM messages WHERE merchant_id = ${shop.merchantId}
      AND author = 'customer' ORDER BY created_at DESC, id DESC LIMIT 1`;
    expect(stored).toEqual({ head_version: 1, model: expect.stringMatching(/^zhanggui-text@/) });
  }, 120_000);

  it("is understood no more once it is archived, though the head knows it, and again once it is back", async () => {
    await archiveIntent(shop.ctx, { id: "engraving" });
    expect((await say(ENGRAVING.asked[0]!)).intent).not.toBe("engraving");
    await changeIntent(shop.ctx, { id: "engraving", archived: false });
    expect((await say(ENGRAVING.asked[0]!)).intent).toBe("engraving");
  });

  it("goes with a rollback to the shipped model, at the next message, and comes back with its version", async () => {
    const [version] = (await listVersions(shop.ctx)).data;
    const rolledBack = await activateVersion(shop.ctx, { id: "shipped" });
    expect(rolledBack.active).toMatchObject({ versionId: null, number: null, activatedBy: "test" });
    expect((await say(ENGRAVING.asked[0]!)).intent).not.toBe("engraving");
    await activateVersion(shop.ctx, { id: version!.id });
    expect((await say(ENGRAVING.asked[0]!)).intent).toBe("engraving");
    const audit = await sql`SELECT details FROM audit_log WHERE merchant_id = ${shop.merchantId}
      AND action = 'head_version.activated' ORDER BY created_at, id`;
    expect(audit.map(({ details }) => details)).toEqual([
      { from: 1, to: null },
      { from: null, to: 1 },
    ]);
  });

  it("can be compared with the shipped model", async () => {
    const [version] = (await listVersions(shop.ctx)).data;
    const comparison = await compareVersions(shop.ctx, { before: "shipped", after: version!.id });
    expect(comparison.heldOutTexts).toBeGreaterThan(0);
    expect(comparison.fixed).toBeGreaterThan(comparison.broken);
    expect(comparison.intents).toContainEqual(expect.objectContaining({ intent: "engraving", broken: 0 }));
  });

  it("is of no use to another model, whose version cannot be activated", async () => {
    const [version] = (await listVersions(shop.ctx)).data;
    await sql`UPDATE head_versions SET model = 'another@9' WHERE id = ${version!.id}`;
    expect((await listVersions(shop.ctx)).data[0]).toMatchObject({ isActive: true, isCompatible: false });
    expect((await say(ENGRAVING.asked[0]!)).intent).not.toBe("engraving");
    await activateVersion(shop.ctx, { id: "shipped" });
    const activation = activateVersion(shop.ctx, { id: version!.id });
    await expect(activation).rejects.toMatchObject({ code: "conflict", message: /another@9/ });
  });
});

describe("a correction", () => {
  it("changes what the next similar message is understood as, after training", async () => {
    const { shop, say } = await openShop();
    const texts = [1, 2, 3, 4, 5, 6].map((n) => `My gift card ${n} shows the wrong balance`);
    const before = await say("My gift card shows the wrong balance");
    const intent = before.intent === "payment_problem" ? "coupon_use" : "payment_problem";
    for (const text of texts) {
      const { id } = await say(text);
      await correctIntent(shop.ctx, { messageId: id, intent });
    }
    const version = await train(shop);
    expect(version).toMatchObject({ decision: "promoted", counts: { examples: 0 } });
    expect((await say("My gift card shows the wrong balance")).intent).toBe(intent);
  }, 120_000);

  it("that was taken back teaches nothing", async () => {
    const { shop, say } = await openShop();
    const { id } = await say("Where is my order?");
    await correctIntent(shop.ctx, { messageId: id, intent: "invoice" });
    await undoCorrection(shop.ctx, { messageId: id });
    await expect(requestTraining(shop.ctx)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a candidate", () => {
  it("that unlearns what the model had right is stored and not activated", async () => {
    const { shop, say } = await openShop();
    // The same questions that many others ask and mean: who corrects them to something else is outvoted.
    const texts = [..."abcdefghij"].map((letter) => `Where is my order ${letter}, please?`);
    const known = await say(texts[0]!);
    const kept = texts.map((text) => ({ text, lang: "en", intent: known.intent! }));
    for (const text of texts) {
      const { id } = await say(text);
      await correctIntent(shop.ctx, { messageId: id, intent: "goodbye" });
    }
    const version = await train(shop, { anchors: Array.from({ length: 4 }, () => kept).flat() });
    expect(version).toMatchObject({ number: 1, decision: "rejected", isActive: false });
    expect((await getUnderstandingStatus(shop.ctx)).active.number).toBeNull();
    expect((await say(texts[0]!)).intent).toBe(known.intent);
    const audit = await sql`SELECT action FROM audit_log WHERE merchant_id = ${shop.merchantId}
      AND subject_type = 'head_version'`;
    expect(audit.map(({ action }) => action)).toEqual(["head_version.rejected"]);
  }, 120_000);

  it("is refused without texts to judge it by", async () => {
    const { shop, say } = await openShop();
    const { id } = await say("Where is my order?");
    await correctIntent(shop.ctx, { messageId: id, intent: "invoice" });
    const version = await train(shop, { anchors: [] });
    expect(version).toMatchObject({ decision: "rejected", reason: "no_held_out_texts", isActive: false });
    expect((await getUnderstandingStatus(shop.ctx)).active.number).toBeNull();
    // A person may still choose it.
    const chosen = await activateVersion(shop.ctx, { id: version.id });
    expect(chosen.active).toMatchObject({ number: 1 });
  });
});

describe("a training", () => {
  it("runs once, however often its job comes", async () => {
    const { shop } = await openShop();
    await teachEngraving(shop);
    const run = await requestTraining(shop.ctx);
    expect((await requestTraining(shop.ctx)).id).toBe(run.id);
    await trainHead({ ...shop.ctx, requestId: "one" }, { runId: run.id }, { anchors });
    await trainHead({ ...shop.ctx, requestId: "one" }, { runId: run.id }, { anchors });
    await trainHead({ ...shop.ctx, requestId: "two" }, { runId: run.id }, { anchors });
    expect((await listVersions(shop.ctx)).data).toHaveLength(1);
  }, 120_000);

  it("that fails says so, and another can be started", async () => {
    const { shop } = await openShop();
    await teachEngraving(shop);
    const run = await requestTraining(shop.ctx);
    await archiveIntent(shop.ctx, { id: "engraving" });
    const failing = trainHead({ ...shop.ctx, requestId: "one" }, { runId: run.id }, { anchors });
    await expect(failing).rejects.toMatchObject({ code: "conflict" });
    const { run: latest } = await getUnderstandingStatus(shop.ctx);
    expect(latest).toMatchObject({ status: "failed", error: expect.stringContaining("nothing to learn") });
    await changeIntent(shop.ctx, { id: "engraving", archived: false });
    expect((await requestTraining(shop.ctx)).id).not.toBe(run.id);
  });

  it("starts by itself once twenty things are new, a while later, and a person can hurry it", async () => {
    const { shop } = await openShop();
    const id = await teachEngraving(shop);
    const texts = Array.from({ length: 14 }, (_, i) => `Engrave the word number ${i} on it`);
    await addExamples(shop.ctx, { id, texts });
    expect((await getUnderstandingStatus(shop.ctx)).run).toBeNull();
    await addExamples(shop.ctx, { id, texts: ["Engraved with a date, please"] });
    const { run, fresh } = await getUnderstandingStatus(shop.ctx);
    expect(fresh).toEqual({ corrections: 0, examples: 20 });
    expect(run).toMatchObject({ trigger: "automatic", status: "queued", stage: "waiting" });
    const hurried = await requestTraining(shop.ctx);
    expect(hurried).toMatchObject({ id: run!.id, trigger: "person" });
    const queued = await sql`SELECT payload FROM outbox WHERE merchant_id = ${shop.merchantId} ORDER BY id`;
    expect(queued.map(({ payload }) => [payload.runId, payload.delaySeconds])).toEqual([
      [run!.id, 120],
      [run!.id, undefined],
    ]);
  });

  it("whose worker is gone makes way for another", async () => {
    const { shop } = await openShop();
    await teachEngraving(shop);
    const run = await requestTraining(shop.ctx);
    await sql`UPDATE training_runs SET status = 'running', started_at = now() - interval '2 hours'
      WHERE merchant_id = ${shop.merchantId}`;
    expect((await requestTraining(shop.ctx)).id).not.toBe(run.id);
  });
});
