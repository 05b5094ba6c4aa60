import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { VisitorSessionDto } from "@/lib/service/conversations/schemas";
import { type Hint, Hinting } from "./hinting";
import type { Situation } from "./hints/choose-hint";
import type { HintFinder } from "./hints/hint-finder";

const SESSION: VisitorSessionDto = {
  token: "t",
  conversationId: null,
  merchantName: "Shop",
  customerName: null,
  maskPersonalData: false,
  understandInBrowser: true,
  orderNumberPattern: "HP-\\d+",
  takesVoiceMessages: false,
  showsTyping: false,
  takesFiles: false,
};
const PAUSE_MS = 500;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function setUp(session: Partial<VisitorSessionDto> = {}) {
  const hints: (Hint | null)[] = [];
  const found: { text: string; situation: Situation; answer: (hint: Hint | null) => void }[] = [];
  const finder = {
    start: vi.fn(),
    close: vi.fn(),
    find: vi.fn(
      (text: string, situation: Situation) =>
        new Promise<Hint | null>((answer) => found.push({ text, situation, answer })),
    ),
  };
  const load = vi.fn(async () => finder as unknown as HintFinder);
  const hinting = new Hinting({
    load,
    known: () => ({ isStranger: true, sent: ["hi"] }),
    onHint: (hint) => hints.push(hint),
  });
  hinting.learn({ ...SESSION, ...session });
  return { hinting, hints, found, finder, load };
}

test("the model comes with the first letter, the text is read after a pause", async () => {
  const { hinting, hints, found, finder } = setUp();
  for (const text of ["w", "wh", "where is my parcel"]) {
    hinting.consider(text);
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
  }
  expect(finder.start).toHaveBeenCalled();
  expect(found).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(found.map(({ text }) => text)).toEqual(["where is my parcel"]);
  expect(found[0]!.situation).toEqual({
    orderNumberPattern: "HP-\\d+",
    hidesContacts: false,
    isStranger: true,
    sent: ["hi"],
  });
  found[0]!.answer("orderProof");
  await vi.advanceTimersByTimeAsync(0);
  expect(hints).toEqual(["orderProof"]);
});

test("an empty field has no hint, at once; an answer to a text that is gone is dropped", async () => {
  const { hinting, hints, found } = setUp();
  hinting.consider("where is my parcel");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  hinting.consider(" ");
  expect(hints).toEqual([null]);
  found[0]!.answer("orderProof");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(hints).toEqual([null]);
});

test.each([
  ["the shop does not want it", { understandInBrowser: false }, {}],
  ["the visitor saves data", {}, { connection: { saveData: true } }],
])("nothing is loaded where %s", async (_, session, navigator) => {
  vi.stubGlobal("navigator", navigator);
  const { hinting, load } = setUp(session);
  hinting.consider("where is my parcel");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(load).not.toHaveBeenCalled();
});

test("nothing is loaded before the shop's setting is known", async () => {
  const load = vi.fn();
  const known = () => ({ isStranger: true, sent: [] });
  new Hinting({ load, known, onHint: () => {} }).consider("where is my parcel");
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(load).not.toHaveBeenCalled();
});

test("where the model cannot be had, the chat is told once, in the console alone, and goes on without", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { hinting, hints, finder, load } = setUp();
  finder.find.mockRejectedValue(new Error("the policy refuses it"));
  for (const text of ["where is my parcel", "and my refund"]) {
    hinting.consider(text);
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
  }
  expect(warn.mock.calls).toEqual([[expect.stringContaining("the policy refuses it")]]);
  expect(hints).toEqual([null]);
  expect(finder.find).toHaveBeenCalledOnce();
  expect(finder.close).toHaveBeenCalled();
  expect(load).toHaveBeenCalledOnce();
});

test("five minutes without writing give the model's memory back", async () => {
  const { hinting, finder } = setUp();
  hinting.consider("where");
  await vi.advanceTimersByTimeAsync(5 * 60_000 - 1);
  expect(finder.close).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(finder.close).toHaveBeenCalledOnce();
});
