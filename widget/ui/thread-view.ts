import type { ChatState } from "../chat-state";
import type { ThreadItem } from "../thread";
import type { Words } from "../words";
import { h, icon, setText } from "./dom";
import { MessageList } from "./message-list";
import type { Times } from "./times";

/** Nearer to the end than this, the reader follows the conversation. */
const FOLLOW_PX = 56;

interface ThreadViewOptions {
  words: Words;
  times: Times;
  onSend: (text: string) => unknown;
  onRetry: (clientMessageId: string) => void;
  address: (path: string) => string;
  /** The reader has come to the end of the thread. */
  onEnd: () => void;
}

/** The scrolling part: follows the newest message only while the reader is at the end. */
export class ThreadView {
  readonly element: HTMLElement;
  private readonly log: HTMLElement;
  private readonly list: MessageList;
  private readonly pill = h("button", { type: "button", class: "pill", hidden: true });
  private readonly pillText = h("span");
  private readonly typing = h("div", { class: "typing" });
  private readonly typingText = h("span");
  private readonly hello: HTMLElement;
  private isFollowing = true;
  private missed = 0;
  private known = new Set<string>();

  constructor(private readonly options: ThreadViewOptions) {
    const { words } = options;
    this.list = new MessageList(options);
    this.log = h(
      "div",
      { class: "log", role: "log", tabindex: 0, "aria-label": words.conversation, "aria-live": "off" },
      this.list.element,
    );
    const dots = h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
    this.typing.append(dots, this.typingText);
    this.pill.append(this.pillText, icon("down"));
    this.hello = this.buildHello();
    this.element = h("div", { class: "middle" }, this.log, this.pill);
    this.listen();
  }

  draw(state: ChatState): void {
    const newItems = state.items.filter((item) => !this.known.has(item.key));
    this.known = new Set(state.items.map((item) => item.key));
    const typingText = this.typingLine(state);
    setText(this.typingText, typingText ?? "");
    const isEmpty = state.items.length === 0 && state.isLoaded;
    this.list.draw(state.items, isEmpty ? [this.hello] : [], typingText ? [this.typing] : []);
    // What was there before is not news: announcements begin once it is drawn.
    if (state.isLoaded && this.log.getAttribute("aria-live") === "off") {
      requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
    }
    this.afterNew(newItems);
  }

  scrollToEnd(): void {
    this.log.scrollTop = this.log.scrollHeight;
    this.setFollowing(true);
  }

  get isAtEnd(): boolean {
    return this.isFollowing;
  }

  private afterNew(items: readonly ThreadItem[]): void {
    const isOwn = items.some((item) => item.state === "sending");
    if (this.isFollowing || isOwn) {
      this.scrollToEnd();
      return;
    }
    this.missed += items.filter((item) => item.author === "bot" || item.author === "agent").length;
    this.drawPill();
  }

  private drawPill(): void {
    this.pill.hidden = this.missed === 0;
    setText(this.pillText, this.options.words.newMessages(this.missed));
  }

  private setFollowing(isFollowing: boolean): void {
    this.isFollowing = isFollowing;
    if (!isFollowing) return;
    if (this.missed > 0) {
      if (this.pill.matches(":focus")) this.log.focus({ preventScroll: true });
      this.missed = 0;
      this.drawPill();
    }
    this.options.onEnd();
  }

  private listen(): void {
    this.log.addEventListener(
      "scroll",
      () => {
        const { scrollHeight, scrollTop, clientHeight } = this.log;
        const isFollowing = scrollHeight - scrollTop - clientHeight < FOLLOW_PX;
        if (isFollowing !== this.isFollowing) this.setFollowing(isFollowing);
      },
      { passive: true },
    );
    this.pill.addEventListener("click", () => this.scrollToEnd());
    new ResizeObserver(() => {
      if (this.isFollowing) this.log.scrollTop = this.log.scrollHeight;
    }).observe(this.log);
  }

  private typingLine(state: ChatState): string | null {
    const { words } = this.options;
    if (state.typingName !== null) return words.isTyping(state.typingName || words.anAgent);
    const isAsking = state.items.at(-1)?.state === "sending" && state.isConnected;
    return state.owner === "bot" && isAsking ? words.botIsTyping : null;
  }

  private buildHello(): HTMLElement {
    const { words, onSend } = this.options;
    const chip = (label: string, text: string) => {
      const button = h("button", { type: "button", class: "chip" }, label);
      button.addEventListener("click", () => {
        this.log.focus({ preventScroll: true });
        onSend(text);
      });
      return h("li", {}, button);
    };
    return h(
      "div",
      { class: "hello" },
      h("p", {}, words.greeting),
      h(
        "ul",
        { class: "chips", "aria-label": words.ask },
        chip(words.whereIsMyOrder, words.whereIsMyOrder),
        chip(words.talkToPerson, words.personWord),
      ),
    );
  }
}
