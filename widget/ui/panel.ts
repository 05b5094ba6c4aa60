import type { ChatState } from "../chat-state";
import type { Locale } from "../identity";
import type { SendOutcome } from "../masking";
import type { Words } from "../words";
import { Composer } from "./composer";
import { h, icon, setAttributes, setText } from "./dom";
import type { UploadFile } from "./file-tray";
import { Rating } from "./rating";
import { ThreadView } from "./thread-view";
import type { Times } from "./times";
import type { OpenRecorder } from "./voice-button";

/** A reconnect that takes less is nobody's business. */
const BANNER_DELAY_MS = 3_000;

export interface PanelOptions {
  words: Words;
  times: Times;
  locale: Locale;
  openRecorder: OpenRecorder | null;
  draft: string;
  onSend: (text: string, attachmentIds?: string[]) => Promise<SendOutcome>;
  upload: UploadFile;
  address: (path: string) => string;
  onRetry: (clientMessageId: string) => void;
  onRate: (score: number, comment: string) => Promise<void>;
  onTyping: (text: string) => void;
  onDraft: (text: string) => void;
  onEnd: () => void;
  onClose: () => void;
}

/** The dialog: who answers, the thread, the rating and the composer. */
export class Panel {
  readonly element: HTMLElement;
  readonly thread: ThreadView;
  readonly composer: Composer;
  private readonly rating: Rating;
  private readonly mark = h("div", { class: "mark", "aria-hidden": "true" });
  private readonly title = h("h2", { id: "title" });
  private readonly who = h("p", { class: "who", id: "who" }, h("span"));
  private readonly banner = h("div", { class: "banner", role: "status", hidden: true });
  private bannerTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: PanelOptions) {
    const { words } = options;
    this.thread = new ThreadView(options);
    this.composer = new Composer(options);
    this.rating = new Rating({
      words,
      onRate: async (score, comment) => {
        await options.onRate(score, comment);
        this.composer.focus();
      },
    });
    this.composer.takeDrops(this.thread.element);
    const close = h(
      "button",
      { type: "button", class: "round", "aria-label": words.closeChat },
      icon("close"),
    );
    close.addEventListener("click", options.onClose);
    const names = h("div", { class: "names" }, this.title, this.who);
    this.element = h(
      "div",
      { class: "panel", id: "panel", role: "dialog", tabindex: -1, "aria-labelledby": "title", hidden: true },
      h("div", { class: "head" }, this.mark, names, close),
      this.banner,
      this.thread.element,
      this.rating.element,
      this.composer.element,
    );
  }

  draw(state: ChatState): void {
    const { words } = this.options;
    setText(this.title, state.shopName || words.region);
    setText(this.mark, [...(state.shopName || "·")][0]?.toUpperCase() ?? "");
    const who = state.owner === "bot" ? "bot" : state.assigneeName ? "agent" : "waiting";
    setAttributes(this.who, { "data-who": who });
    const line = {
      bot: words.botAnswers,
      waiting: words.waiting,
      agent: words.agentAnswers(state.assigneeName ?? ""),
    };
    if (this.who.firstElementChild) setText(this.who.firstElementChild, line[who]);
    const hint = who === "bot" ? state.hint : null;
    this.composer.showPerson(who === "bot" && (state.items.length > 0 || hint === "person"));
    this.composer.showHint(hint);
    this.composer.showVoice(state.takesVoice);
    this.composer.showPrivacy(state.showsTyping);
    this.composer.showFiles(state.takesFiles);
    this.rating.show(state.asksForRating);
    this.drawBanner(state.isConnected);
    this.thread.draw(state);
  }

  stop(): void {
    clearTimeout(this.bannerTimer);
  }

  private drawBanner(isConnected: boolean): void {
    if (isConnected) {
      clearTimeout(this.bannerTimer);
      this.bannerTimer = undefined;
      this.banner.hidden = true;
      setText(this.banner, "");
      return;
    }
    this.bannerTimer ??= setTimeout(() => {
      this.banner.hidden = false;
      setText(this.banner, this.options.words.reconnecting);
    }, BANNER_DELAY_MS);
  }
}
