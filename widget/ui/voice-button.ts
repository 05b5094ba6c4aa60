import type { RecorderPanel } from "../voice/types";
import type { Words } from "../words";
import { h, icon, setAttributes } from "./dom";

/** Opens the recorder; `onClose` is called when it is done, whatever became of the recording. */
export type OpenRecorder = (onClose: () => void) => Promise<RecorderPanel>;

interface VoiceButtonOptions {
  words: Words;
  open: OpenRecorder;
  /** Shows the recorder in place of the text field, or (with null) the field again. */
  onPanel: (panel: HTMLElement | null) => void;
  onError: (text: string) => void;
}

/** The microphone. What is behind it comes as a second script when it is pressed for the first time. */
export class VoiceButton {
  readonly element: HTMLButtonElement;
  private panel: RecorderPanel | null = null;
  private isOpening = false;

  constructor(private readonly options: VoiceButtonOptions) {
    const label = options.words.record;
    this.element = h(
      "button",
      { type: "button", class: "mic", "aria-label": label, title: label, hidden: true },
      icon("mic"),
    );
    this.element.addEventListener("click", () => void this.open());
  }

  stop(): void {
    this.panel?.cancel();
  }

  private async open(): Promise<void> {
    if (this.isOpening || this.panel) return;
    this.isOpening = true;
    setAttributes(this.element, { "aria-busy": "true" });
    this.options.onError("");
    try {
      this.panel = await this.options.open(() => this.close());
      this.options.onPanel(this.panel.element);
      void this.panel.start();
    } catch {
      this.options.onError(this.options.words.recorderFailed);
    } finally {
      this.isOpening = false;
      setAttributes(this.element, { "aria-busy": null });
    }
  }

  private close(): void {
    const hadFocus = this.panel?.element.matches(":focus-within") ?? false;
    this.panel = null;
    this.options.onPanel(null);
    if (hadFocus) this.element.focus({ preventScroll: true });
  }
}
