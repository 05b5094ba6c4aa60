import type { Words } from "../words";
import { h, icon, setAttributes, setText } from "./dom";

const MAX_LENGTH = 4_000;
/** Browsers report this key code for every key that an input method is still working on. */
const IME_KEY_CODE = 229;

interface ComposerOptions {
  words: Words;
  draft: string;
  onSend: (text: string) => void;
  onTyping: (isTyping: boolean) => void;
  onDraft: (text: string) => void;
}

/** Where the visitor writes: grows with the text, sends on Enter, never in the middle of a Chinese word. */
export class Composer {
  readonly element: HTMLFormElement;
  private readonly input: HTMLTextAreaElement;
  private readonly submit: HTMLButtonElement;
  private readonly person: HTMLButtonElement;
  private readonly box = h("div", { class: "box bare" });
  private readonly error = h("p", { class: "error", role: "alert", id: "composer-error", hidden: true });
  private isComposing = false;

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
    const tools = h("div", { class: "tools" }, this.person, this.submit);
    this.box.append(this.input, tools);
    this.element = h("form", { class: "composer", novalidate: true }, this.box, this.error);
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
      this.sendText();
    });
    this.input.addEventListener("input", () => {
      this.afterChange();
      this.options.onDraft(this.input.value);
      this.options.onTyping(this.input.value.trim() !== "");
    });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.sendText();
      this.focus();
    });
    this.person.addEventListener("click", () => {
      this.options.onSend(this.options.words.personWord);
      this.focus();
    });
  }

  private sendText(): void {
    const text = this.input.value.trim();
    if (text === "" || text.length > MAX_LENGTH) return;
    this.input.value = "";
    this.options.onDraft("");
    this.afterChange();
    this.options.onSend(text);
  }

  private afterChange(): void {
    const { length } = this.input.value.trim();
    const isTooLong = length > MAX_LENGTH;
    setAttributes(this.submit, { "aria-disabled": String(length === 0 || isTooLong) });
    setAttributes(this.input, {
      "aria-invalid": isTooLong ? "true" : null,
      "aria-describedby": isTooLong ? "composer-error" : null,
    });
    setText(this.error, isTooLong ? this.options.words.tooLong(MAX_LENGTH) : "");
    this.error.hidden = !isTooLong;
    this.fit();
  }
}
