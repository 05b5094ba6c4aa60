import type { PersonalDataType } from "@/lib/intelligence/text/mask-personal-data";
import { MAX_LENGTH } from "../chat";
import type { Hint } from "../hinting";
import type { Locale } from "../identity";
import type { SendOutcome } from "../masking";
import type { Words } from "../words";
import { h, icon, setAttributes, setText } from "./dom";
import { FileTray, type UploadFile } from "./file-tray";
import { type OpenRecorder, VoiceButton } from "./voice-button";

/** Browsers report this key code for every key that an input method is still working on. */
const IME_KEY_CODE = 229;

interface ComposerOptions {
  words: Words;
  locale: Locale;
  /** Null where the browser has no microphone to offer. */
  openRecorder: OpenRecorder | null;
  draft: string;
  onSend: (text: string, attachmentIds?: string[]) => Promise<SendOutcome>;
  upload: UploadFile;
  /** With what stands in the field. */
  onTyping: (text: string) => void;
  onDraft: (text: string) => void;
}

/** Where the visitor writes: grows with the text, sends on Enter, never in the middle of a Chinese word. */
export class Composer {
  readonly element: HTMLFormElement;
  private readonly input: HTMLTextAreaElement;
  private readonly submit: HTMLButtonElement;
  private readonly person: HTMLButtonElement;
  private readonly box = h("div", { class: "box bare" });
  private readonly hint = h("p", { class: "hint", role: "status" });
  private readonly error = h("p", { class: "error", role: "alert", id: "composer-error", hidden: true });
  private readonly note = h("p", { class: "note", role: "status" });
  private readonly privacy = h("p", { class: "note" });
  private readonly voice: VoiceButton | null;
  private readonly files: FileTray;
  private isComposing = false;
  private isSending = false;

  constructor(private readonly options: ComposerOptions) {
    const { words } = options;
    this.input = h("textarea", {
      rows: 1,
      placeholder: words.placeholder,
      "aria-label": words.placeholder,
      enterkeyhint: "send",
      autocomplete: "off",
    });
    this.input.value = options.draft;
    this.submit = h("button", { type: "submit", class: "submit", "aria-label": words.send }, icon("send"));
    this.person = h("button", { type: "button", class: "person" }, icon("person"), words.talkToPerson);
    this.voice = options.openRecorder && this.buildVoice(options.openRecorder);
    this.files = new FileTray({
      words,
      upload: options.upload,
      onChange: () => this.afterChange(),
      onError: (text) => this.showError(text),
    });
    const voice = this.voice?.element ?? null;
    const tools = h("div", { class: "tools" }, this.person, this.files.button, voice, this.submit);
    this.box.append(this.input, tools);
    this.element = h(
      "form",
      { class: "composer", novalidate: true },
      this.hint,
      this.files.element,
      this.box,
      this.error,
      this.note,
      this.privacy,
    );
    this.listen();
    this.afterChange();
  }

  focus(): void {
    this.input.focus({ preventScroll: true });
  }

  showPerson(isShown: boolean): void {
    if (!isShown && this.person.matches(":focus")) this.focus();
    this.person.hidden = !isShown;
    this.box.classList.toggle("bare", !isShown);
    this.fit();
  }

  /** Says what may help with the text in the field, and brings the button forward that does. */
  showHint(hint: Hint | null): void {
    setText(this.hint, hint ? this.options.words.hints[hint] : "");
    this.person.classList.toggle("forward", hint === "person");
  }

  showVoice(isShown: boolean): void {
    if (this.voice) this.voice.element.hidden = !isShown;
  }

  /** Says that people see what is written before it is sent. */
  showPrivacy(isSeen: boolean): void {
    setText(this.privacy, isSeen ? this.options.words.seenWhileWriting : "");
  }

  showFiles(isShown: boolean): void {
    this.files.button.hidden = !isShown;
  }

  /** Files that are let go over this element go with the message, too. */
  takeDrops(element: HTMLElement): void {
    for (const target of [element, this.element]) {
      target.addEventListener("dragover", (event) => {
        if (this.files.isOffered && event.dataTransfer?.types.includes("Files")) event.preventDefault();
      });
      target.addEventListener("drop", (event) => {
        const dropped = [...(event.dataTransfer?.files ?? [])];
        if (!this.files.isOffered || dropped.length === 0) return;
        event.preventDefault();
        this.files.add(dropped);
      });
    }
  }

  stopRecording(): void {
    this.voice?.stop();
  }

  /** The text's height is known only once the panel is on screen. */
  fit(): void {
    this.input.style.height = "auto";
    const { scrollHeight } = this.input;
    if (scrollHeight > 0) this.input.style.height = `${scrollHeight}px`;
  }

  private listen(): void {
    this.input.addEventListener("compositionstart", () => {
      this.isComposing = true;
    });
    this.input.addEventListener("compositionend", () => {
      this.isComposing = false;
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.altKey) return;
      if (this.isComposing || event.isComposing || event.keyCode === IME_KEY_CODE) return;
      event.preventDefault();
      void this.sendText();
    });
    this.input.addEventListener("input", () => {
      this.afterChange();
      this.options.onDraft(this.input.value);
      this.options.onTyping(this.input.value);
    });
    this.input.addEventListener("paste", (event) => {
      const pasted = [...(event.clipboardData?.files ?? [])];
      // Text from a table comes with a picture of it: the text is meant.
      if (!this.files.isOffered || pasted.length === 0 || event.clipboardData?.types.includes("text/plain"))
        return;
      event.preventDefault();
      this.files.add(pasted);
    });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.sendText();
      this.focus();
    });
    this.person.addEventListener("click", () => {
      void this.options.onSend(this.options.words.personWord);
      this.focus();
    });
  }

  private buildVoice(open: OpenRecorder): VoiceButton {
    return new VoiceButton({
      words: this.options.words,
      open,
      onPanel: (panel) => {
        for (const old of this.element.querySelectorAll(".voice")) old.remove();
        if (panel) this.element.prepend(panel);
        this.box.hidden = panel !== null;
        this.fit();
      },
      onError: (text) => this.showError(text),
    });
  }

  private async sendText(): Promise<void> {
    const text = this.input.value.trim();
    if (!this.canSend(text) || this.isSending) return;
    this.isSending = true;
    const ids = this.files.empty();
    const { hidden, refused } = await this.options.onSend(text, ids);
    this.isSending = false;
    const { words } = this.options;
    if (refused) {
      this.showError(refused === "tooLong" ? words.tooLong(MAX_LENGTH) : words.unmasked);
      return;
    }
    // What was written meanwhile stays.
    if (this.input.value.trim() === text) this.input.value = "";
    this.options.onDraft(this.input.value);
    this.afterChange();
    this.sayHidden(hidden);
  }

  private canSend(text: string): boolean {
    if (text.length > MAX_LENGTH || !this.files.isReady) return false;
    return text !== "" || !this.files.isEmpty;
  }

  private sayHidden(hidden: readonly PersonalDataType[]): void {
    const { words, locale } = this.options;
    const kinds = [...new Set(hidden.map((type) => words.hiddenKinds[type]))];
    const list = new Intl.ListFormat(locale, { type: "conjunction" });
    setText(this.note, kinds.length > 0 ? words.hidden(list.format(kinds)) : "");
  }

  private showError(text: string): void {
    setText(this.error, text);
    this.error.hidden = text === "";
  }

  private afterChange(): void {
    const { length } = this.input.value.trim();
    const isTooLong = length > MAX_LENGTH;
    setAttributes(this.submit, { "aria-disabled": String(!this.canSend(this.input.value.trim())) });
    setAttributes(this.input, {
      "aria-invalid": isTooLong ? "true" : null,
      "aria-describedby": isTooLong ? "composer-error" : null,
    });
    this.showError(isTooLong ? this.options.words.tooLong(MAX_LENGTH) : "");
    this.fit();
  }
}
