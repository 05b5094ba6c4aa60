import type { Words } from "../words";
import { h, icon, setText } from "./dom";

const SCORES = [1, 2, 3, 4, 5] as const;

interface RatingOptions {
  words: Words;
  onRate: (score: number, comment: string) => Promise<void>;
}

/** Asks for 1 to 5 and, once a score is chosen, for a comment. */
export class Rating {
  readonly element: HTMLFormElement;
  private readonly more: HTMLElement;
  private readonly labels: HTMLLabelElement[];
  private readonly word = h("output", { "aria-hidden": "true" });
  private readonly comment: HTMLTextAreaElement;
  private readonly error = h("span", { class: "error", role: "alert" });
  private score = 0;

  constructor(private readonly options: RatingOptions) {
    const { words } = options;
    this.labels = SCORES.map((score) => this.buildStar(score));
    this.comment = h("textarea", {
      rows: 2,
      maxlength: 2_000,
      placeholder: words.rateComment,
      "aria-label": words.rateComment,
    });
    const submit = h("button", { type: "submit", class: "primary" }, words.rateSend);
    this.more = h("div", { hidden: true }, this.comment, h("div", { class: "row" }, submit, this.error));
    const legend = h("legend", {}, words.rateQuestion);
    const stars = h("div", { class: "stars" }, ...this.labels, this.word);
    this.element = h("form", { class: "rate", hidden: true }, h("fieldset", {}, legend, stars), this.more);
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });
  }

  show(isShown: boolean): void {
    if (this.element.hidden === !isShown) return;
    this.element.hidden = !isShown;
    if (isShown) this.reset();
  }

  private buildStar(score: number): HTMLLabelElement {
    const { words } = this.options;
    const name = `${words.rateScore(score)}, ${words.rateWords[score - 1]}`;
    const input = h("input", { type: "radio", name: "score", value: score, "aria-label": name });
    input.addEventListener("change", () => this.choose(score));
    return h("label", {}, input, icon("star"));
  }

  private choose(score: number): void {
    this.score = score;
    for (const [index, label] of this.labels.entries()) label.classList.toggle("on", index < score);
    setText(this.word, score > 0 ? (this.options.words.rateWords[score - 1] ?? "") : "");
    this.more.hidden = score === 0;
  }

  private reset(): void {
    this.element.reset();
    this.choose(0);
    setText(this.error, "");
  }

  private async submit(): Promise<void> {
    setText(this.error, "");
    try {
      await this.options.onRate(this.score, this.comment.value.trim());
    } catch {
      setText(this.error, this.options.words.rateFailed);
    }
  }
}
