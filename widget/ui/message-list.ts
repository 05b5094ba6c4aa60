import type { ThreadItem } from "../thread";
import type { Words } from "../words";
import { h, icon, setAttributes, setText } from "./dom";
import { splitLinks } from "./linkify";
import { buildFiles } from "./message-files";
import type { Times } from "./times";

/** Messages of one author within this time stand together under one name and time. */
const GROUP_MS = 5 * 60_000;
/** What concerns the desk alone is left out. */
const SHOWN_ACTIVITIES = new Set(["handoff", "takeover", "handback", "resolved", "reopened", "rated"]);

interface MessageListOptions {
  words: Words;
  times: Times;
  onRetry: (clientMessageId: string) => void;
  /** The whole address of what the desk serves. */
  address: (path: string) => string;
}

/**
 * Draws the thread. Elements are kept by key and only what changed is touched, so that a screen reader announces
 * new messages and nothing twice.
 */
export class MessageList {
  readonly element = h("div", { class: "list" });
  private readonly drawn = new Map<string, HTMLElement>();

  constructor(private readonly options: MessageListOptions) {}

  draw(all: readonly ThreadItem[], before: readonly Node[], after: readonly Node[]): void {
    const items = all.filter((item) => !item.activity || SHOWN_ACTIVITIES.has(item.activity.type));
    const now = new Date();
    const newestOwn = items.findLast((item) => item.author === "customer");
    const nodes: Node[] = [...before];
    let day = "";
    for (const [index, item] of items.entries()) {
      const name = this.options.times.dayName(item.createdAt, now);
      if (name !== day) nodes.push(this.keep(`day:${name}`, () => h("div", { class: "day" }, name)));
      day = name;
      const element = this.keep(item.key, () =>
        item.activity ? this.buildActivity(item) : this.buildMessage(item),
      );
      if (!item.activity) this.refresh(element, item, endsGroup(item, items[index + 1]), item === newestOwn);
      nodes.push(element);
    }
    this.place([...nodes, ...after]);
  }

  private keep(key: string, build: () => HTMLElement): HTMLElement {
    const element = this.drawn.get(key) ?? build();
    this.drawn.set(key, element);
    return element;
  }

  /** Moves nodes only where the order differs: moving one would announce it anew. */
  private place(nodes: readonly Node[]): void {
    const wanted = new Set(nodes);
    for (const child of [...this.element.childNodes]) if (!wanted.has(child)) child.remove();
    for (const [index, node] of nodes.entries()) {
      const current = this.element.childNodes[index] ?? null;
      if (current !== node) this.element.insertBefore(node, current);
    }
    for (const [key, element] of this.drawn) if (!wanted.has(element)) this.drawn.delete(key);
  }

  private buildMessage(item: ThreadItem): HTMLElement {
    const { words } = this.options;
    const isOwn = item.author === "customer";
    const bubble = h("p", { class: "bubble", dir: "auto" });
    if (item.voiceSeconds !== null) {
      const label = words.voiceMessage(Math.max(1, Math.round(item.voiceSeconds)));
      bubble.append(h("span", { title: label }, icon("mic"), h("span", { class: "sr" }, `${label}: `)));
    }
    bubble.hidden = !item.hasWords;
    for (const part of item.hasWords ? splitLinks(item.text) : []) {
      const link = { href: part.href ?? "", target: "_blank", rel: "noopener noreferrer nofollow ugc" };
      bubble.append(part.href ? h("a", link, part.text) : part.text);
    }
    return h(
      "div",
      { class: `msg ${isOwn ? "own" : item.author}` },
      h("span", { class: "sr" }, isOwn ? `${words.you}: ` : ""),
      bubble,
      h(
        "div",
        { class: "meta" },
        isOwn ? null : h("b", {}),
        h("time", {}),
        isOwn ? h("span", { class: "state" }) : null,
      ),
    );
  }

  private refresh(element: HTMLElement, item: ThreadItem, isLast: boolean, isNewestOwn: boolean): void {
    const { words, times, address } = this.options;
    // Known once the desk has stored the message.
    if (item.attachments.length > 0 && !element.querySelector(".attached"))
      element.querySelector(".bubble")?.before(buildFiles(item.attachments, words, address));
    element.classList.toggle("last", isLast);
    element.classList.toggle("failed", item.state === "failed");
    const time = element.querySelector("time");
    if (time) {
      setAttributes(time, { datetime: item.createdAt, title: times.inFull(item.createdAt) });
      setText(time, times.ofDay(item.createdAt));
    }
    if (item.author !== "customer") {
      const name = item.author === "bot" ? words.bot : (item.authorName ?? words.anAgent);
      const shown = element.querySelector("b");
      const spoken = element.querySelector(".sr");
      if (shown) setText(shown, name);
      if (spoken) setText(spoken, `${name}: `);
      return;
    }
    const state = element.querySelector(".meta .state");
    const stored = isNewestOwn ? words.sent : "";
    if (state) {
      setText(
        state,
        item.state === "stored" ? stored : item.state === "sending" ? words.sending : words.failed,
      );
    }
    this.refreshRetry(element, item);
  }

  private refreshRetry(element: HTMLElement, item: ThreadItem): void {
    const present = element.querySelector<HTMLButtonElement>(".retry");
    if (item.state !== "failed") {
      present?.remove();
      return;
    }
    if (present) return;
    const retry = h("button", { type: "button", class: "retry" }, this.options.words.retry);
    retry.addEventListener("click", () => this.options.onRetry(item.key));
    element.querySelector(".meta")?.append(retry);
  }

  private buildActivity(item: ThreadItem): HTMLElement {
    const { times } = this.options;
    return h(
      "p",
      { class: "activity" },
      this.describe(item),
      " ",
      h(
        "time",
        { datetime: item.createdAt, title: times.inFull(item.createdAt) },
        times.ofDay(item.createdAt),
      ),
    );
  }

  private describe({ activity }: ThreadItem): string {
    const { words } = this.options;
    switch (activity?.type) {
      case "handoff":
        return words.handoff;
      case "takeover":
        return words.takeover(activity.actorName ?? words.anAgent);
      case "handback":
        return words.handback;
      case "resolved":
        return words.resolved;
      case "reopened":
        return words.reopened;
      case "rated":
        return words.rated(activity.detail ?? "");
      default:
        return "";
    }
  }
}

function endsGroup(item: ThreadItem, next: ThreadItem | undefined): boolean {
  if (!next || next.activity || next.author !== item.author || next.authorName !== item.authorName)
    return true;
  return Date.parse(next.createdAt) - Date.parse(item.createdAt) > GROUP_MS;
}
