import { beforeEach, expect, test } from "vitest";
import { maskPersonalData } from "@/lib/intelligence/text/mask-personal-data";
import type { VisitorSessionDto } from "@/lib/service/conversations/schemas";
import { Masking } from "./masking";
import { SafeStorage } from "./storage";

const noStorage = () => {
  throw new Error("blocked");
};
const session = (more: Partial<VisitorSessionDto>): VisitorSessionDto => ({
  token: "t",
  conversationId: null,
  merchantName: "Shop",
  customerName: null,
  maskPersonalData: true,
  understandInBrowser: false,
  orderNumberPattern: null,
  takesVoiceMessages: false,
  showsTyping: false,
  takesFiles: false,
  ...more,
});
const TEXT = "ana@example.com, 612 345 678, 4111 1111 1111 1111";

let storage: SafeStorage;
let loads: number;
let masking: Masking;
beforeEach(() => {
  storage = new SafeStorage(noStorage, "test:");
  loads = 0;
  masking = new Masking(storage, async () => {
    loads += 1;
    return maskPersonalData;
  });
});

test("hides where the shop wants it, and says what", async () => {
  masking.learn(session({}));
  expect(await masking.mask(TEXT, "en", false)).toEqual({
    text: "[e-mail], [phone], [card number]",
    hidden: ["email", "phone", "payment_card"],
  });
});

test("sends what it is given where the shop does not, and loads nothing", async () => {
  masking.learn(session({ maskPersonalData: false }));
  expect(await masking.mask(TEXT, "en", false)).toEqual({ text: TEXT, hidden: [] });
  expect(loads).toBe(0);
});

test("sends an e-mail and a phone while the bot waits for them, and still no card", async () => {
  masking.learn(session({}));
  const { text, hidden } = await masking.mask(TEXT, "en", true);
  expect(text).toBe("ana@example.com, 612 345 678, [card number]");
  expect(hidden).toEqual(["payment_card"]);
});

test("writes the marks in the writer's language", async () => {
  const of = async (text: string, locale: "en" | "zh-CN" | "es") =>
    (await masking.mask(text, locale, false)).text;
  expect(await of("我的电话13812345678", "en")).toBe("我的电话[电话]");
  expect(await of("¿Me llamas al 612345678?", "en")).toBe("¿Me llamas al [teléfono]?");
  expect(await of("612345678", "zh-CN")).toBe("[电话]");
  expect(await of("612345678", "es")).toBe("[teléfono]");
});

test("protects a visitor before the shop has said anything, and after a reload", async () => {
  expect((await masking.mask("a@b.io", "en", false)).hidden).toEqual(["email"]);
  masking.learn(session({ maskPersonalData: false }));
  const reloaded = new Masking(storage, async () => maskPersonalData);
  expect((await reloaded.mask("a@b.io", "en", false)).hidden).toEqual([]);
  masking.forget();
  expect((await reloaded.mask("a@b.io", "en", false)).hidden).toEqual(["email"]);
});

test("leaves the shop's own order numbers, and lives with a pattern that is none", async () => {
  masking.learn(session({ orderNumberPattern: "\\b6\\d{8}\\b" }));
  expect((await masking.mask("612345678", "en", false)).text).toBe("612345678");
  masking.learn(session({ orderNumberPattern: "(" }));
  expect((await masking.mask("612345678", "en", false)).text).toBe("[phone]");
});

test("gives nothing to send when what hides cannot be loaded", async () => {
  const broken = new Masking(storage, () => Promise.reject(new Error("offline")));
  broken.learn(session({}));
  await expect(broken.mask("Hello", "en", false)).rejects.toThrow("offline");
});
