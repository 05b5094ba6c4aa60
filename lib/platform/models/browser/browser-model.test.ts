import { expect, it, vi } from "vitest";
import { BrowserModel, type ModelState, type TextWorker } from "./browser-model";
import type { Answer, BrowserReading, Request } from "./messages";

/** The other end of the wire, in the test's hands. */
class Wire implements TextWorker {
  onmessage: TextWorker["onmessage"] = null;
  onerror: TextWorker["onerror"] = null;
  readonly asked: Request[] = [];
  isTerminated = false;
  postMessage(request: Request): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  answer(data: Answer): void {
    this.onmessage?.call(this as never, { data } as MessageEvent);
  }
  breakDown(message: string): void {
    this.onerror?.call(this as never, { message, preventDefault() {} } as ErrorEvent);
  }
  get texts(): string[] {
    return this.asked.flatMap((request) => (request.type === "read" ? request.text : []));
  }
  /** Answers the newest question with its own text, in place of a model's name. */
  readNext(): void {
    const request = this.asked.at(-1);
    if (request?.type !== "read") throw new Error("Nothing was asked.");
    this.answer({ type: "reading", id: request.id, reading: { model: request.text } as BrowserReading });
  }
}

const READY = { type: "ready", model: "m@1", milliseconds: 5 } as const;

function setUp() {
  const wires: Wire[] = [];
  const states: ModelState[] = [];
  const model = new BrowserModel({
    origin: "https://desk.example",
    onState: (state) => states.push(state),
    openWorker: () => {
      wires.push(new Wire());
      return wires.at(-1)!;
    },
  });
  return { model, wires, states };
}

it("starts with the first text, tells how far it is, and reads once it is ready", async () => {
  const { model, wires, states } = setUp();
  expect(wires).toHaveLength(0);
  const reading = model.read("hola");
  const [wire] = wires;
  expect(wire!.asked).toEqual([{ type: "load", origin: "https://desk.example" }]);
  wire!.answer({ type: "progress", loadedBytes: 5, totalBytes: 10 });
  wire!.answer(READY);
  wire!.readNext();
  expect((await reading)?.model).toBe("hola");
  expect(states).toEqual([
    { phase: "loading", loadedBytes: 0, totalBytes: null },
    { phase: "loading", loadedBytes: 5, totalBytes: 10 },
    { phase: "ready", model: "m@1", milliseconds: 5 },
  ]);
  expect(wires).toHaveLength(1);
});

it("while somebody writes, what waited is passed over for the newest text", async () => {
  const { model, wires } = setUp();
  const [a, b, c] = ["w", "wh", "where"].map((text) => model.read(text));
  const [wire] = wires;
  wire!.answer(READY);
  expect(wire!.texts).toEqual(["where"]);
  const [d, e] = ["where is", "where is it"].map((text) => model.read(text));
  expect(wire!.texts).toEqual(["where"]);
  wire!.readNext();
  expect(wire!.texts).toEqual(["where", "where is it"]);
  wire!.readNext();
  const models = (await Promise.all([a, b, c, d, e])).map((reading) => reading?.model ?? null);
  expect(models).toEqual([null, null, "where", null, "where is it"]);
});

it("a failure is told to who waits, and the next text is another try", async () => {
  const { model, wires, states } = setUp();
  const lost = model.read("hola");
  wires[0]!.answer({ type: "failed", cause: "card.json answered 503." });
  await expect(lost).rejects.toThrow("card.json answered 503.");
  expect(wires[0]!.isTerminated).toBe(true);
  expect(states.at(-1)).toEqual({ phase: "failed", cause: "card.json answered 503." });
  const again = model.read("hola");
  wires[1]!.answer(READY);
  wires[1]!.readNext();
  expect((await again)?.model).toBe("hola");
});

it("a worker that the page's policy refuses is a failure, whichever way the browser tells", async () => {
  const { model, wires } = setUp();
  const later = model.read("hola");
  wires[0]!.breakDown("");
  await expect(later).rejects.toThrow("The worker could not be started.");
  const openWorker = vi.fn(() => {
    throw new Error("refused by policy");
  });
  const refused = new BrowserModel({ origin: "https://desk.example", openWorker });
  await expect(refused.read("hola")).rejects.toThrow("refused by policy");
});

it("one text that cannot be read does not stop the next", async () => {
  const { model, wires } = setUp();
  const bad = model.read("bad");
  wires[0]!.answer(READY);
  wires[0]!.answer({ type: "unread", id: 1, cause: "no memory" });
  await expect(bad).rejects.toThrow("no memory");
  const good = model.read("good");
  wires[0]!.readNext();
  expect((await good)?.model).toBe("good");
});

it("closing ends the worker, leaves nobody waiting, and lets a later text start anew", async () => {
  const { model, wires, states } = setUp();
  const first = model.read("one");
  wires[0]!.answer(READY);
  const second = model.read("two");
  model.close();
  expect(await Promise.all([first, second])).toEqual([null, null]);
  expect(wires[0]!.isTerminated).toBe(true);
  expect(states.at(-1)).toEqual({ phase: "idle" });
  void model.read("three");
  expect(wires).toHaveLength(2);
  expect(wires[1]!.texts).toEqual([]);
});
