import type { Chat } from "../chat";
import type { ChatState } from "../chat-state";
import type { Locale } from "../identity";
import type { SafeStorage } from "../storage";
import { canRecord, loadVoice } from "../voice/load";
import { WORDS, type Words } from "../words";
import { applyStyles } from "./apply-styles";
import { h, icon, setAttributes, setText } from "./dom";
import { FullScreen, trapTab } from "./full-screen";
import { Panel } from "./panel";
import { STYLES } from "./styles";
import { Times } from "./times";

interface ViewOptions {
  chat: Chat;
  locale: Locale;
  theme: "light" | "dark" | null;
  nonce: string;
  origin: string;
  tab: SafeStorage;
}

/** Everything that is seen, in a shadow root of its own: the launcher and the panel. */
export class View {
  private readonly host = document.createElement("zhanggui-chat");
  private readonly root: ShadowRoot;
  private readonly frame: HTMLElement;
  private readonly launcher: HTMLButtonElement;
  private readonly badge = h("span", { class: "badge", "aria-hidden": "true", hidden: true });
  private readonly news = h("div", { class: "sr", role: "status" });
  private readonly panel: Panel;
  private readonly words: Words;
  private readonly fullScreen: FullScreen;
  private readonly lifetime = new AbortController();
  private returnFocusTo: HTMLElement | null = null;
  private isOpen = false;

  constructor(private readonly options: ViewOptions) {
    const { chat, locale, theme, nonce } = options;
    this.words = WORDS[locale];
    this.root = this.host.attachShadow({ mode: "open" });
    applyStyles(this.root, STYLES, nonce);
    this.launcher = h("button", {
      type: "button",
      class: "launcher",
      "aria-expanded": "false",
      "aria-controls": "panel",
    });
    this.panel = this.buildPanel(new Times(locale, this.words));
    const region = h(
      "div",
      { role: "complementary", "aria-label": this.words.region },
      this.launcher,
      this.news,
    );
    this.frame = h(
      "div",
      { class: "root", lang: locale, "data-theme": theme, hidden: true },
      region,
      this.panel.element,
    );
    this.root.append(this.frame);
    this.fullScreen = new FullScreen(this.panel.element, () => this.drawFrame(), this.lifetime.signal);
    this.listen();
    this.drawFrame();
    document.body.append(this.host);
    this.draw(chat.state);
  }

  draw(state: ChatState): void {
    this.frame.hidden = state.phase !== "ready";
    if (this.frame.hidden) return;
    this.panel.draw(state);
    if (this.isOpen && this.isLookedAt) this.options.chat.markSeen();
    const unread = this.isOpen ? 0 : state.unread;
    this.badge.hidden = unread === 0;
    setText(this.badge, unread > 99 ? "99+" : String(unread));
    setText(this.news, unread > 0 ? this.words.newMessages(unread) : "");
    const label = unread > 0 ? this.words.openChatUnread(unread) : this.words.openChat;
    setAttributes(this.launcher, { "aria-label": this.isOpen ? this.words.closeChat : label });
  }

  /** @param focus false when a reload restores what was open: the visitor is busy with the page. */
  open({ focus }: { focus: boolean }): void {
    if (!this.host.isConnected) document.body.append(this.host);
    if (!this.isOpen) {
      const active = document.activeElement;
      this.returnFocusTo =
        active instanceof HTMLElement && active !== this.host && active !== document.body ? active : null;
      this.setOpen(true);
    }
    if (!focus) return;
    // On a phone the field's focus would bring up the keyboard over what there is to read.
    if (this.fullScreen.isFull) this.panel.element.focus({ preventScroll: true });
    else this.panel.composer.focus();
  }

  close(): void {
    if (!this.isOpen) return;
    this.setOpen(false);
    (this.returnFocusTo?.isConnected ? this.returnFocusTo : this.launcher).focus({ preventScroll: true });
    this.returnFocusTo = null;
  }

  destroy(): void {
    this.lifetime.abort();
    this.panel.stop();
    this.panel.composer.stopRecording();
    this.host.remove();
  }

  private setOpen(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.options.tab.set("open", isOpen ? "1" : null);
    // Nobody is recorded behind a closed chat.
    if (!isOpen) this.panel.composer.stopRecording();
    this.drawFrame();
    this.draw(this.options.chat.state);
    if (!isOpen) return;
    this.panel.composer.fit();
    this.panel.thread.scrollToEnd();
  }

  private drawFrame(): void {
    const isFull = this.fullScreen.isFull;
    this.panel.element.hidden = !this.isOpen;
    this.frame.classList.toggle("open", this.isOpen);
    this.frame.classList.toggle("full", isFull);
    setAttributes(this.launcher, { "aria-expanded": String(this.isOpen) });
    setAttributes(this.panel.element, { "aria-modal": isFull ? "true" : null });
    this.launcher.replaceChildren(icon(this.isOpen ? "down" : "chat"), this.badge);
    this.fullScreen.lockPage(this.isOpen);
  }

  private get isLookedAt(): boolean {
    return document.visibilityState === "visible" && this.panel.thread.isAtEnd;
  }

  private buildPanel(times: Times): Panel {
    const { chat, tab, locale, origin, nonce } = this.options;
    return new Panel({
      words: this.words,
      times,
      locale,
      openRecorder: canRecord()
        ? async (onClose) => {
            const voice = await loadVoice(origin, nonce);
            const send = (recording: Blob, id: string) => chat.sendVoice(recording, id);
            return voice.openRecorder({ locale, root: this.root, nonce, send, onClose });
          }
        : null,
      draft: tab.get("draft") ?? "",
      onSend: (text, attachmentIds) => chat.send(text, attachmentIds),
      upload: (file, onProgress, signal) => chat.upload(file, onProgress, signal),
      address: (path) => `${origin}${path}`,
      onRetry: (id) => chat.retry(id),
      onRate: (score, comment) => chat.rate(score, comment),
      onTyping: (text) => chat.announceTyping(text),
      onDraft: (text) => {
        tab.set("draft", text || null);
        chat.consider(text);
      },
      onEnd: () => {
        if (this.isOpen && document.visibilityState === "visible") chat.markSeen();
      },
      onClose: () => this.close(),
    });
  }

  private listen(): void {
    const { signal } = this.lifetime;
    this.launcher.addEventListener("click", () => (this.isOpen ? this.close() : this.open({ focus: true })));
    this.panel.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) this.close();
      if (event.key === "Tab" && this.fullScreen.isFull) trapTab(event, this.panel.element, this.root);
    });
    // What is typed here must not set off the page's own shortcuts.
    for (const type of ["keydown", "keyup", "keypress"]) {
      this.frame.addEventListener(type, (event) => event.stopPropagation());
    }
    document.addEventListener("visibilitychange", () => this.draw(this.options.chat.state), { signal });
  }
}
