import { newUuid } from "../new-uuid";
import { h, icon, setAttributes, setText } from "../ui/dom";
import { LevelMeter } from "./level-meter";
import { closeMicrophone, openMicrophone, problemOf } from "./microphone";
import { type Recorder, startRecorder } from "./recorder";
import type { RecorderOptions } from "./types";
import { VOICE_WORDS, type VoiceWords } from "./words";

export const MAX_SECONDS = 60;
const WARN_SECONDS = 10;
const TICK_MS = 90;
const CALM_TICK_MS = 1_000;

type State = "asking" | "recording" | "ready" | "sending" | "failed" | "problem";

/** Asks, records, shows level and time, sends. One state at a time, which decides what can be pressed. */
export class RecorderView {
  readonly element: HTMLElement;
  private readonly words: VoiceWords;
  private readonly meter = new LevelMeter();
  private readonly clock = h("span", { class: "clock", role: "timer" });
  private readonly line = h("p", { class: "line", role: "status" });
  private readonly discard: HTMLButtonElement;
  private readonly submit: HTMLButtonElement;
  private readonly again: HTMLButtonElement;
  /** One message, however often it is tried. */
  private messageId = newUuid();
  private state: State = "asking";
  private stream: MediaStream | null = null;
  private context: AudioContext | null = null;
  private recorder: Recorder | null = null;
  private recording: Promise<Blob> | null = null;
  private ticker: ReturnType<typeof setInterval> | undefined;
  private startedAt = 0;
  private seconds = 0;
  private hasWarned = false;
  private isClosed = false;

  constructor(private readonly options: RecorderOptions) {
    this.words = VOICE_WORDS[options.locale];
    this.discard = h("button", { type: "button", class: "round" }, icon("close"));
    this.submit = h(
      "button",
      { type: "button", class: "submit", "aria-label": this.words.send },
      icon("send"),
    );
    this.again = h("button", { type: "button", class: "primary again" }, this.words.retry);
    const dot = h("span", { class: "dot", "aria-hidden": "true" });
    const bar = h(
      "div",
      { class: "bar" },
      ...[this.discard, dot, this.meter.element, this.clock, this.again, this.submit],
    );
    this.element = h(
      "div",
      { class: "voice", role: "group", "aria-label": this.words.label },
      bar,
      this.line,
    );
    this.discard.addEventListener("click", () => this.cancel());
    this.submit.addEventListener("click", () => void this.send());
    this.again.addEventListener("click", () => void this.start());
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      // Escape throws away the recording, not the chat.
      event.stopPropagation();
      this.cancel();
    });
    this.show("asking", "");
  }

  async start(): Promise<void> {
    this.reset();
    this.show("asking", this.words.asking);
    this.discard.focus({ preventScroll: true });
    let stream: MediaStream;
    try {
      stream = await openMicrophone();
    } catch (error) {
      if (!this.isClosed) this.fail("problem", this.words[problemOf(error)]);
      return;
    }
    // The visitor may have changed their mind while the browser asked.
    if (this.isClosed) closeMicrophone(stream);
    else await this.record(stream);
  }

  /** What is being sent is sent. */
  cancel(): void {
    if (this.isClosed || this.state === "sending") return;
    this.recorder?.cancel();
    this.release();
    this.close();
  }

  private async record(stream: MediaStream): Promise<void> {
    this.stream = stream;
    try {
      this.context = new AudioContext();
      await this.context.resume();
      const source = this.context.createMediaStreamSource(stream);
      this.meter.listenTo(this.context, source);
      this.recorder = startRecorder(stream, this.context, source);
    } catch {
      this.release();
      this.fail("problem", this.words.busy);
      return;
    }
    if (this.isClosed) {
      this.recorder.cancel();
      this.release();
      return;
    }
    stream.getTracks()[0]?.addEventListener("ended", () => this.finish(this.words.ended));
    this.startedAt = performance.now();
    this.show("recording", this.words.recording(MAX_SECONDS));
    this.submit.focus({ preventScroll: true });
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.ticker = setInterval(() => this.tick(), isCalm ? CALM_TICK_MS : TICK_MS);
  }

  private tick(): void {
    this.meter.draw();
    this.seconds = Math.min(MAX_SECONDS, (performance.now() - this.startedAt) / 1_000);
    this.drawClock();
    if (this.seconds >= MAX_SECONDS) this.finish(this.words.limit(MAX_SECONDS));
    else if (this.seconds >= MAX_SECONDS - WARN_SECONDS && !this.hasWarned) {
      this.hasWarned = true;
      setText(this.line, this.words.secondsLeft(WARN_SECONDS));
    }
  }

  /** Recording is over, sending is still the visitor's to decide. */
  private finish(line: string): void {
    if (this.state !== "recording") return;
    this.recording = this.recorder?.stop() ?? null;
    const release = () => this.release();
    void this.recording?.then(release, release);
    clearInterval(this.ticker);
    this.show("ready", line);
  }

  private async send(): Promise<void> {
    if (this.state === "recording") this.finish("");
    if (!this.recording || (this.state !== "ready" && this.state !== "failed")) return;
    this.show("sending", this.words.sending);
    try {
      const recording = await this.recording;
      if (recording.size === 0) return this.fail("problem", this.words.empty);
      await this.options.send(recording, this.messageId);
      this.close();
    } catch (error) {
      const isTemporary = (error as { isTemporary?: boolean }).isTemporary !== false;
      if (isTemporary) this.fail("failed", this.words.failed);
      else this.fail("problem", this.words.notAccepted);
    }
  }

  private fail(state: "failed" | "problem", line: string): void {
    if (this.isClosed) return;
    this.show(state, line);
    (state === "failed" ? this.submit : this.again).focus({ preventScroll: true });
  }

  private show(state: State, line: string): void {
    this.state = state;
    setAttributes(this.element, { "data-state": state });
    setText(this.line, line);
    const isOver = state === "ready" || state === "failed";
    setAttributes(this.discard, {
      "aria-disabled": String(state === "sending"),
      "aria-label": isOver ? this.words.discard : this.words.cancel,
    });
    this.again.hidden = state !== "problem";
    this.submit.hidden = state === "problem" || state === "asking";
    this.meter.element.hidden = state === "problem";
    this.clock.hidden = state === "problem" || state === "asking";
    setAttributes(this.submit, {
      "aria-disabled": String(state === "sending"),
      "aria-label": state === "failed" ? this.words.retry : this.words.send,
    });
    this.drawClock();
  }

  private drawClock(): void {
    const clock = (seconds: number) =>
      `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
    setText(this.clock, `${clock(this.seconds)} / ${clock(MAX_SECONDS)}`);
  }

  private reset(): void {
    this.release();
    this.recording = null;
    this.messageId = newUuid();
    this.seconds = 0;
    this.hasWarned = false;
  }

  /** Gives the microphone back at once: the browser's mark that it listens must not stay. */
  private release(): void {
    clearInterval(this.ticker);
    if (this.stream) closeMicrophone(this.stream);
    void this.context?.close().catch(() => {});
    this.stream = null;
    this.context = null;
    this.recorder = null;
  }

  private close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.options.onClose();
  }
}
