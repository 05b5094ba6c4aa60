import { type Browser, chromium, expect, test } from "@playwright/test";
import config from "../playwright.config";
import { openAs, readDemo } from "./support/login";
import { expectAccessible } from "./support/page-checks";
import { Storefront } from "./support/storefront";

const { launchOptions } = config.use!;
/** A browser with a microphone that beeps (or none) and a visitor who allows it (or not). */
const launch = (...args: string[]) =>
  chromium.launch({ ...launchOptions, args: [...(launchOptions?.args ?? []), ...args] });
const DEVICE = "--use-fake-device-for-media-stream";
const ALLOW = "--use-fake-ui-for-media-stream";

let listening: Browser;
test.beforeAll(async () => {
  const response = await fetch(`${process.env.ZHANGGUI_E2E_URL}/api/v1/widget/sessions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ widgetKey: readDemo().widgetKey }),
  });
  const { takesVoiceMessages } = (await response.json()) as { takesVoiceMessages: boolean };
  test.skip(!takesVoiceMessages, "This desk takes no voice messages: nothing is installed that hears them.");
  listening = await launch(DEVICE, ALLOW);
});
test.afterAll(() => listening?.close());

/** The clock under a machine of any speed. */
const atLeast = (seconds: number) => new RegExp(`^0:(?:0[${seconds}-9]|[1-5]\\d) / 1:00$`);

/** Keeps what leaves as a recording: the test's view of a request does not hold a Blob's bytes. */
function keepRecording(): void {
  const { fetch } = window;
  window.fetch = async (input, init) => {
    if (init?.body instanceof Blob) {
      const bytes = new Uint8Array(await init.body.arrayBuffer());
      Object.assign(window, { sentRecording: { type: init.body.type, bytes: [...bytes] } });
    }
    return fetch(input, init);
  };
}

async function openRecorder(browser: Browser, ...scripts: (() => void)[]) {
  const store = await Storefront.visit(browser, { locale: "en" });
  for (const script of scripts) await store.page.addInitScript(script);
  if (scripts.length > 0) await store.page.reload();
  await store.open();
  const microphone = store.panel.getByRole("button", { name: "Record a voice message" });
  await microphone.click();
  const recorder = store.panel.getByRole("group", { name: "Voice message" });
  await expect(recorder).toBeVisible();
  return { store, microphone, recorder };
}

/** Sends, and gives the recording that was sent and the desk's answer. */
async function sendRecording({ store, recorder }: Awaited<ReturnType<typeof openRecorder>>) {
  const answered = store.page.waitForResponse((response) => response.url().includes("/widget/voice?"));
  await recorder.getByRole("button", { name: "Send voice message" }).click();
  const response = await answered;
  expect(response.status()).toBe(200);
  const { type, bytes } = await store.page.evaluate(
    () => (window as unknown as { sentRecording: { type: string; bytes: number[] } }).sentRecording,
  );
  const answer = (await response.json()) as { conversation: { id: string } };
  return { type, bytes: Buffer.from(bytes), answer };
}

test("a customer records and sends, and the desk sees how long it was and how it sounded", async () => {
  const opened = await openRecorder(listening, keepRecording);
  const { store, recorder, microphone } = opened;
  await expect(recorder.getByRole("status")).toHaveText("Recording, at most 60 seconds.");
  await expect(recorder.getByRole("button", { name: "Send voice message" })).toBeFocused();
  await expect(store.field).toBeHidden();
  await expectAccessible(store.page);
  await expect(recorder.getByRole("timer")).toHaveText(atLeast(2));
  const levels = await recorder
    .locator(".meter i")
    .evaluateAll((bars) => bars.map((bar) => new DOMMatrix(getComputedStyle(bar).transform).d));
  expect(Math.max(...levels)).toBeGreaterThan(0.3);

  const { type, bytes, answer } = await sendRecording(opened);
  expect(type).toBe("audio/webm");
  expect([...bytes.subarray(0, 4)]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
  await expect(recorder).toBeHidden();
  await expect(microphone).toBeFocused();
  await expect(store.log.locator(".msg.own .icon-mic")).toHaveCount(1);
  await expect(store.log.locator(".msg.own")).toContainText(/Voice message, \d+ s/);

  const agent = await openAs(listening, `/inbox/${answer.conversation.id}`);
  await expect(agent.locator("[data-author=customer] [data-voice]")).toHaveText(
    /^Voice message · \d+ s · (calm|lively|agitated) · (sounds pleased|neutral in tone|sounds displeased)/,
  );
  await expectAccessible(agent, { within: "[data-author=customer]", hasBestPractice: true });
  await agent.context().close();
  await store.close();
});

test("Escape throws the recording away, and the chat stays", async () => {
  const { store, recorder, microphone } = await openRecorder(listening);
  const sent: string[] = [];
  store.page.on("request", (request) => sent.push(request.url()));
  await expect(recorder.getByRole("timer")).toHaveText(atLeast(1));
  await store.page.keyboard.press("Escape");
  await expect(recorder).toBeHidden();
  await expect(store.panel).toBeVisible();
  await expect(microphone).toBeFocused();
  await store.field.fill("hello");
  await store.field.press("Escape");
  await expect(store.panel).toBeHidden();
  expect(sent.filter((url) => url.includes("/voice"))).toEqual([]);
  await store.close();
});

test("a recording that was not sent is kept and stored once", async () => {
  const { store, recorder } = await openRecorder(listening);
  await expect(recorder.getByRole("timer")).toHaveText(atLeast(1));
  const ids: (string | null)[] = [];
  store.page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname.endsWith("/widget/voice")) ids.push(url.searchParams.get("clientMessageId"));
  });
  await store.page.context().setOffline(true);
  await recorder.getByRole("button", { name: "Send voice message" }).click();
  await expect(recorder.getByRole("status")).toHaveText(/^Not sent/);
  await store.page.context().setOffline(false);
  await recorder.getByRole("button", { name: "Try again" }).click();
  await expect(store.log.locator(".msg.own .icon-mic")).toHaveCount(1);
  expect(new Set(ids).size).toBe(1);
  expect(ids.length).toBeGreaterThan(1);
  await store.close();
});

test("a browser that records no Opus sends WAV of 16 kHz", async () => {
  const opened = await openRecorder(listening, keepRecording, () => {
    MediaRecorder.isTypeSupported = () => false;
  });
  await expect(opened.recorder.getByRole("timer")).toHaveText(atLeast(2));
  const { type, bytes } = await sendRecording(opened);
  expect(type).toBe("audio/wav");
  expect(bytes.toString("latin1", 0, 4) + bytes.toString("latin1", 8, 12)).toBe("RIFFWAVE");
  expect([bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt16LE(34)]).toEqual([1, 16_000, 16]);
  const samples = new Int16Array(
    bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.byteLength),
  );
  expect(samples.length).toBeGreaterThan(16_000);
  expect(samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0)).toBeGreaterThan(1_000);
  await opened.store.close();
});

test("reduced motion moves the meter with the clock alone", async () => {
  const store = await Storefront.visit(listening, { locale: "es", reducedMotion: "reduce" });
  await store.open();
  await store.panel.getByRole("button", { name: "Grabar un mensaje de voz" }).click();
  const recorder = store.panel.getByRole("group", { name: "Mensaje de voz" });
  await expect(recorder.getByRole("timer")).toHaveText(atLeast(2));
  const moved = await recorder
    .locator(".meter i")
    .evaluateAll(
      (bars) => bars.filter((bar) => (bar as HTMLElement).style.transform !== "scaleY(0.08)").length,
    );
  expect(moved).toBeLessThanOrEqual(4);
  await store.close();
});

test("what stands in the way is said: no permission, no microphone, no script", async () => {
  await test.step("permission refused", async () => {
    const browser = await launch(DEVICE);
    const { store, recorder } = await openRecorder(browser);
    await expect(recorder.getByRole("status")).toHaveText(/^The microphone is blocked/);
    await expect(recorder.getByRole("button", { name: "Try again" })).toBeFocused();
    await expectAccessible(store.page);
    await recorder.getByRole("button", { name: "Cancel recording" }).click();
    await expect(store.field).toBeVisible();
    await browser.close();
  });
  await test.step("no microphone", async () => {
    const browser = await launch(ALLOW);
    const { recorder } = await openRecorder(browser, () => {
      // A machine with a microphone of its own would have one here too.
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException("Requested device not found", "NotFoundError"));
    });
    await expect(recorder.getByRole("status")).toHaveText(/^No microphone was found/);
    await browser.close();
  });
  await test.step("the script does not come", async () => {
    const store = await Storefront.visit(listening, { locale: "zh-CN" });
    await store.page.route("**/widget-voice.js", (route) => route.abort());
    await store.open();
    await store.panel.getByRole("button", { name: "录制语音消息" }).click();
    await expect(store.panel.locator(".composer .error")).toHaveText("录音功能加载失败，请检查网络后重试。");
    await expect(store.field).toBeVisible();
    await store.close();
  });
});

test("without a recorder in the browser there is no microphone to press", async () => {
  const store = await Storefront.visit(listening, { locale: "en" });
  await store.page.addInitScript(() => {
    Reflect.deleteProperty(window, "MediaRecorder");
  });
  await store.page.reload();
  await store.open();
  await expect(store.panel.locator(".submit")).toBeVisible();
  await expect(store.panel.locator(".mic:not(.attach)")).toHaveCount(0);
  await store.close();
});
