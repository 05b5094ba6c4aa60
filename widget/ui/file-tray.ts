import { ApiError } from "../api-error";
import type { Words } from "../words";
import { h, icon, setAttributes, setText } from "./dom";

/** What the desk takes with one message. */
const MAX_FILES = 10;
const ACCEPTED =
  "image/jpeg,image/png,image/webp,image/gif,application/pdf,video/mp4,video/webm,audio/ogg,audio/webm,audio/wav";

export type UploadFile = (
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
) => Promise<string>;

interface FileTrayOptions {
  words: Words;
  upload: UploadFile;
  onChange: () => void;
  onError: (text: string) => void;
}

interface Chosen {
  /** Set once the desk has it. */
  id: string | null;
  element: HTMLElement;
  stop: AbortController;
}

/** The files that go with the next message: chosen, pasted or dropped, each on its way to the desk or there. */
export class FileTray {
  readonly element = h("ul", { class: "files", hidden: true });
  readonly button: HTMLButtonElement;
  private readonly input = h("input", { type: "file", multiple: true, accept: ACCEPTED, hidden: true });
  private chosen: Chosen[] = [];

  constructor(private readonly options: FileTrayOptions) {
    const label = options.words.attach;
    setAttributes(this.element, { "aria-label": options.words.files });
    this.button = h(
      "button",
      { type: "button", class: "mic attach", "aria-label": label, title: label, hidden: true },
      icon("clip"),
    );
    this.button.append(this.input);
    this.button.addEventListener("click", (event) => {
      if (event.target !== this.input) this.input.click();
    });
    this.input.addEventListener("change", () => {
      this.add([...(this.input.files ?? [])]);
      this.input.value = "";
    });
  }

  get isOffered(): boolean {
    return !this.button.hidden;
  }

  get isEmpty(): boolean {
    return this.chosen.length === 0;
  }

  /** Every file is there. */
  get isReady(): boolean {
    return this.chosen.every(({ id }) => id !== null);
  }

  add(files: readonly File[]): void {
    if (!this.isOffered || files.length === 0) return;
    const { words, onError } = this.options;
    const taken = files.slice(0, MAX_FILES - this.chosen.length);
    onError(taken.length < files.length ? words.tooManyFiles(MAX_FILES) : "");
    for (const file of taken) this.take(file);
    this.changed();
  }

  /** The ids of what was chosen, which is then in the message's hands. */
  empty(): string[] {
    const ids = this.chosen.flatMap(({ id }) => id ?? []);
    for (const { element } of this.chosen) element.remove();
    this.chosen = [];
    this.changed();
    return ids;
  }

  private take(file: File): void {
    const { words } = this.options;
    const bar = h("i", { "aria-hidden": "true" });
    const state = h("span", { class: "state", role: "status" });
    const remove = h(
      "button",
      {
        type: "button",
        class: "plain",
        "aria-label": words.removeFile(file.name),
        title: words.removeFile(file.name),
      },
      icon("close"),
    );
    const retry = h("button", { type: "button", class: "retry", hidden: true }, words.retry);
    const names = h("span", { class: "names" }, h("span", { class: "name" }, file.name), state, retry);
    const element = h("li", {}, this.preview(file), names, remove, bar);
    const one: Chosen = { id: null, element, stop: new AbortController() };
    remove.addEventListener("click", () => {
      one.stop.abort();
      element.remove();
      this.chosen = this.chosen.filter((other) => other !== one);
      this.changed();
    });
    const run = async () => {
      retry.hidden = true;
      setText(state, words.uploading);
      setAttributes(element, { class: null });
      try {
        one.id = await this.options.upload(
          file,
          (share) => bar.style.setProperty("width", `${share * 100}%`),
          one.stop.signal,
        );
        bar.remove();
        setText(state, words.fileReady);
      } catch (error) {
        bar.style.setProperty("width", "0");
        setAttributes(element, { class: "failed" });
        setText(state, wordError(words, error));
        retry.hidden = error instanceof ApiError && !error.isTemporary;
      }
      this.changed();
    };
    retry.addEventListener("click", () => void run());
    this.chosen.push(one);
    this.element.append(element);
    void run();
  }

  private preview(file: File): Element {
    if (!file.type.startsWith("image/")) return icon("clip");
    const image = h("img", { alt: "", src: URL.createObjectURL(file) });
    image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
    image.addEventListener("error", () => image.replaceWith(icon("clip")), { once: true });
    return image;
  }

  private changed(): void {
    this.element.hidden = this.isEmpty;
    this.options.onChange();
  }
}

function wordError({ fileErrors }: Words, error: unknown): string {
  if (!(error instanceof ApiError) || error.status === 0 || error.status >= 500) return fileErrors.network;
  if (error.reason === "file_damaged") return fileErrors.damaged;
  if (error.status === 429) return fileErrors.tooMany;
  return error.status === 413 ? fileErrors.size : fileErrors.type;
}
