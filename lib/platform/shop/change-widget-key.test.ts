import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { addPerson } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const { createWidgetKey, listWidgetKeys, revokeWidgetKey, setMaskPersonalData, setUnderstandInBrowser } =
  await import(".");
const { listAuditLog } = await import("@/lib/platform/audit");
const { openVisitorSession } = await import("@/lib/service/conversations");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop(sql);
});

const sessionOf = (widgetKey: string) =>
  openVisitorSession({ widgetKey }, { origin: null, known: null, requestId: newId() });

test("masking is off until it is switched on, for one key, and the chat is told", async () => {
  const owner = await addPerson(shop, "owner", { name: "Ana" });
  const [site, other] = [await createWidgetKey(owner.ctx), await createWidgetKey(owner.ctx)];
  expect(await sessionOf(site.key)).toMatchObject({ maskPersonalData: false });

  await setMaskPersonalData(owner.ctx, { id: site.id, maskPersonalData: true });
  const keys = await listWidgetKeys(owner.ctx);
  expect(keys.find(({ id }) => id === site.id)?.maskPersonalData).toBe(true);
  expect(keys.find(({ id }) => id === other.id)?.maskPersonalData).toBe(false);
  await sql`UPDATE merchants SET order_number_pattern = 'HP-?\\d{5}' WHERE id = ${shop.merchantId}`;
  expect(await sessionOf(site.key)).toMatchObject({
    maskPersonalData: true,
    orderNumberPattern: "HP-?\\d{5}",
    takesVoiceMessages: false,
  });
  expect(await sessionOf(other.key)).toMatchObject({ maskPersonalData: false });

  await setMaskPersonalData(owner.ctx, { id: site.id, maskPersonalData: false });
  expect(await sessionOf(site.key)).toMatchObject({ maskPersonalData: false });
  const { data } = await listAuditLog(owner.ctx, { subjectId: site.id });
  expect(data.map(({ action, details, actor }) => [action, details, actor.name])).toEqual([
    ["widget_key.masking_changed", { maskPersonalData: false }, "Ana"],
    ["widget_key.masking_changed", { maskPersonalData: true }, "Ana"],
    ["widget_key.created", {}, "Ana"],
  ]);
});

test("hints while writing are off until they are switched on, for one key, and the chat is told", async () => {
  const owner = await addPerson(shop, "owner", { name: "Ana" });
  const [site, other] = [await createWidgetKey(owner.ctx), await createWidgetKey(owner.ctx)];
  expect(await sessionOf(site.key)).toMatchObject({ understandInBrowser: false });

  await setUnderstandInBrowser(owner.ctx, { id: site.id, understandInBrowser: true });
  expect(await sessionOf(site.key)).toMatchObject({ understandInBrowser: true, maskPersonalData: false });
  expect(await sessionOf(other.key)).toMatchObject({ understandInBrowser: false });
  const keys = await listWidgetKeys(owner.ctx);
  expect(keys.find(({ id }) => id === site.id)?.understandInBrowser).toBe(true);
  const { data } = await listAuditLog(owner.ctx, { subjectId: site.id });
  expect(data.map(({ action, details }) => [action, details])).toEqual([
    ["widget_key.understanding_changed", { understandInBrowser: true }],
    ["widget_key.created", {}],
  ]);

  const stranger = await createTestShop(sql);
  const change = { id: site.id, understandInBrowser: false };
  await expect(setUnderstandInBrowser(stranger.ctx, change)).rejects.toMatchObject({ code: "not_found" });
  const { ctx: agent } = await addPerson(shop, "agent");
  await expect(setUnderstandInBrowser(agent, change)).rejects.toMatchObject({ code: "forbidden" });
  const bad = setUnderstandInBrowser(owner.ctx, { id: site.id, understandInBrowser: "yes" } as never);
  await expect(bad).rejects.toMatchObject({ code: "invalid_input" });
  expect(await sessionOf(site.key)).toMatchObject({ understandInBrowser: true });
});

test("another shop's key is not there, and stays as it is", async () => {
  const { id } = await createWidgetKey(shop.ctx);
  const stranger = await createTestShop(sql);
  const change = setMaskPersonalData(stranger.ctx, { id, maskPersonalData: true });
  await expect(change).rejects.toMatchObject({ code: "not_found" });
  const [row] = await sql`SELECT mask_personal_data FROM widget_keys WHERE id = ${id}`;
  expect(row?.mask_personal_data).toBe(false);
  expect((await listAuditLog(stranger.ctx, { subjectId: id })).data).toEqual([]);
});

test("who may not change settings may not change this", async () => {
  const { id } = await createWidgetKey(shop.ctx);
  for (const role of ["viewer", "agent"] as const) {
    const { ctx } = await addPerson(shop, role);
    const change = setMaskPersonalData(ctx, { id, maskPersonalData: true });
    await expect(change).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("what is no switch is refused, and a revoked key opens no session", async () => {
  const { id, key } = await createWidgetKey(shop.ctx);
  for (const bad of [{ maskPersonalData: "yes" }, {}, { id: "1", maskPersonalData: true }]) {
    const change = setMaskPersonalData(shop.ctx, { id, ...bad } as never);
    await expect(change).rejects.toMatchObject({ code: "invalid_input" });
  }
  await revokeWidgetKey(shop.ctx, { id });
  await expect(sessionOf(key)).rejects.toMatchObject({ code: "unauthenticated" });
});
