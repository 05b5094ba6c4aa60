import type {
  SentVisitorMessageDto,
  VisitorConversationDto,
  VisitorMessageDto,
  VisitorSessionDto,
} from "@/lib/service/conversations/schemas";
import { Api } from "./api";
import { ApiError } from "./api-error";
import { type ChatState, START } from "./chat-state";
import type { WidgetConfig } from "./config";
import type { ServerEvent } from "./event-parser";
import { Hinting } from "./hinting";
import { loadHintFinder } from "./hints/load";
import type { Customer, Locale } from "./identity";
import { LiveStream, reconnectDelayMs } from "./live-stream";
import { loadMasker } from "./mask/load";
import { Masking, type SendOutcome } from "./masking";
import { Outbox } from "./outbox";
import { openStorage, type SafeStorage } from "./storage";
import {
  awaitsRating,
  countUnread,
  mergeMessages,
  ownTexts,
  toMessages,
  toUnsentItem,
  type Unsent,
} from "./thread";
import { TypingSender } from "./typing";

/** An agent's "is writing" that is not repeated within this time is over. */
const TYPING_SHOWN_MS = 7_000;
/** Hidden tabs give their connection back: browsers allow only a few to one server. */
const HIDDEN_PAUSE_MS = 20_000;
/** What the desk takes at most, in UTF-16 units. */
export const MAX_LENGTH = 4_000;
const MAX_COMMENT_LENGTH = 2_000;

interface OwnerChange {
  status: VisitorConversationDto["status"];
  owner: "bot" | "human";
  assigneeId: string | null;
  asksForContact: boolean;
}

/** What a customer writes after the end goes to the bot first, whoever had it in hand before. */
function whoAnswers(status: OwnerChange["status"], owner: OwnerChange["owner"]): OwnerChange["owner"] {
  return status === "resolved" ? "bot" : owner;
}

/** The visitor's conversation: what is known of it, and everything that changes it. Knows nothing of the page. */
export class Chat {
  state = START;
  /** The language in which the chat is shown. */
  locale: Locale;

  private readonly api: Api;
  private readonly shared: SafeStorage;
  private readonly outbox: Outbox;
  private readonly masking: Masking;
  private readonly hinting: Hinting;
  private readonly typing: TypingSender;
  private readonly storageKey: string;
  private readonly lifetime = new AbortController();
  private stream: LiveStream | null = null;
  private customer: Customer | null;
  private assigneeId: string | null | undefined;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  private asksForContact = false;
  private startAttempt = 0;
  private generation = 0;

  constructor(
    config: WidgetConfig,
    private readonly onChange: (state: ChatState) => void,
  ) {
    const { shared, tab, prefix } = openStorage(config.widgetKey);
    this.shared = shared;
    this.customer = config.customer;
    this.locale = config.locale;
    this.masking = new Masking(shared, () => loadMasker(config.origin, config.nonce));
    this.hinting = new Hinting({
      load: () => loadHintFinder(config.origin, config.nonce),
      known: () => ({ isStranger: this.customer === null, sent: ownTexts(this.state.items) }),
      onHint: (hint) => hint !== this.state.hint && this.update({ hint }),
    });
    this.storageKey = `${prefix}conversation`;
    this.api = new Api(config.origin, config.widgetKey, shared, (session) => this.afterRenewal(session));
    this.typing = new TypingSender(
      (isTyping, text) => this.api.announceTyping(isTyping, text),
      // Only a person who has the chat could make use of it.
      () => this.state.showsTyping && this.state.owner === "human",
    );
    this.outbox = new Outbox({
      tab,
      owner: () => this.customer?.externalId ?? "",
      send: (message) => this.api.sendMessage(message, this.language),
      onSent: (_, answer) => this.afterSent(answer),
      onState: (message, state) => this.showUnsent(message, state),
    });
  }

  start(): void {
    this.watchThePage();
    for (const message of this.outbox.restore()) this.showUnsent(message, "sending");
    void this.connect();
  }

  /** Sends what may leave the page and says what was hidden; or, sending nothing, why not. */
  async send(written: string, attachmentIds: string[] = []): Promise<SendOutcome> {
    const masked = await this.masking.mask(written, this.locale, this.asksForContact).catch(() => null);
    if (!masked) return { hidden: [], refused: "unmasked" };
    if (masked.text.length > MAX_LENGTH) return { hidden: [], refused: "tooLong" };
    this.typing.stop();
    this.outbox.add(masked.text, attachmentIds);
    return { hidden: masked.hidden, refused: null };
  }

  /** Sends a file ahead of the message that will name it. Rejects when it was not taken. */
  upload(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<string> {
    return this.api.upload(file, onProgress, signal);
  }

  /** The same id again is the same message. Rejects when it was not sent. */
  async sendVoice(recording: Blob, clientMessageId: string): Promise<void> {
    const { language } = this;
    await this.afterSent(await this.api.sendVoice(recording, { clientMessageId, language }));
  }

  retry(clientMessageId: string): void {
    this.outbox.retry(clientMessageId);
  }

  /** The visitor writes, has stopped or has emptied the field. The text leaves the page where the shop shows it. */
  announceTyping(text: string): void {
    if (!this.stream) return;
    if (text.trim() !== "") this.typing.touch(text);
    else this.typing.stop();
  }

  /** The text as it is being written, for a hint; it goes nowhere. */
  consider(text: string): void {
    this.hinting.consider(text);
  }

  async rate(score: number, written: string): Promise<void> {
    const { text } = await this.masking.mask(written, this.locale, false);
    const comment = text.slice(0, MAX_COMMENT_LENGTH);
    await this.api.rate({ score, ...(comment ? { comment } : {}) });
    this.update({ asksForRating: false });
  }

  /** The visitor has the thread before their eyes. */
  markSeen(): void {
    const newest = this.state.items.findLast((item) => item.id !== null);
    if (newest) this.shared.set("seen", newest.createdAt);
    if (this.state.unread > 0) this.update({ unread: 0 });
  }

  /** Another person, or (with null) nobody in particular, sits at this browser now. */
  identify(customer: Customer | null): void {
    const isSame = (customer?.externalId ?? null) === (this.customer?.externalId ?? null);
    this.customer = customer;
    if (!isSame) {
      this.outbox.clear();
      this.forgetConversation();
    }
    void this.connect();
  }

  /** Ends everything and forgets the visitor on this browser. */
  shutdown(): void {
    this.lifetime.abort();
    this.forgetConversation();
    this.outbox.clear();
    this.api.forget();
    this.masking.forget();
    this.hinting.close();
    clearTimeout(this.hiddenTimer);
  }

  private learn(session: VisitorSessionDto): void {
    this.masking.learn(session);
    this.hinting.learn(session);
  }

  private forgetConversation(): void {
    this.generation++;
    this.stream?.stop();
    this.stream = null;
    this.typing.reset();
    this.asksForContact = false;
    clearTimeout(this.typingTimer);
    this.shared.set("seen", null);
    this.update({ items: [], owner: "bot", assigneeName: null, typingName: null, isLoaded: false });
  }

  private async connect(): Promise<void> {
    const generation = this.generation;
    try {
      const session = await this.openSession();
      if (generation !== this.generation || this.isOver) return;
      this.startAttempt = 0;
      this.learn(session);
      const { merchantName: shopName, takesVoiceMessages: takesVoice, takesFiles, showsTyping } = session;
      this.update({ phase: "ready", shopName, takesVoice, takesFiles, showsTyping, isConnected: true });
      if (session.conversationId) await this.sync();
      else this.update({ isLoaded: true });
      void this.outbox.flush();
    } catch (error) {
      if (generation === this.generation && !this.isOver) this.afterFailedStart(error);
    }
  }

  /** A signature that does not hold must not cost the visitor the chat: they go on as a stranger. */
  private async openSession() {
    try {
      return await this.api.openSession(this.customer);
    } catch (error) {
      const isRefused = error instanceof ApiError && (error.status === 403 || error.status === 422);
      if (!isRefused || !this.customer) throw error;
      console.warn(`Zhanggui chat: ${error.detail} The visitor stays anonymous.`);
      this.customer = null;
      return this.api.openSession(null);
    }
  }

  /** The desk may know this visitor as another one now; only what was not sent yet is carried over. */
  private afterRenewal(session: VisitorSessionDto): void {
    this.learn(session);
    this.stream?.stop();
    this.stream = null;
    this.update({ items: this.state.items.filter((item) => item.id === null) });
    void this.sync().catch(() => {});
  }

  private afterFailedStart(error: unknown): void {
    if (error instanceof ApiError && !error.isTemporary) {
      console.warn(`Zhanggui chat is hidden: ${error.detail}`);
      this.update({ phase: "refused" });
      return;
    }
    const asked = error instanceof ApiError ? error.retryAfterMs : null;
    const waitMs = asked ?? reconnectDelayMs(this.startAttempt++, Math.random());
    this.update({ phase: "ready", isConnected: false });
    setTimeout(() => !this.isOver && void this.connect(), waitMs);
  }

  /** Reads the conversation anew and keeps it live from exactly there. */
  private async sync(): Promise<void> {
    const generation = this.generation;
    const conversation = await this.api.readConversation();
    if (generation !== this.generation || this.isOver) return;
    if (!conversation) {
      this.update({ isLoaded: true });
      return;
    }
    this.take(conversation);
    const position = conversation.streamPosition === null ? null : String(conversation.streamPosition);
    if (this.stream) this.stream.resumeAfter(position);
    else this.openStream(position);
  }

  private take(conversation: VisitorConversationDto): void {
    const { messages } = conversation;
    this.asksForContact = conversation.asksForContact;
    const owner = whoAnswers(conversation.status, conversation.owner);
    const assigneeName = owner === "human" ? conversation.assigneeName : null;
    const items = mergeMessages(this.state.items, messages);
    // A browser that sees this conversation for the first time has no news in it.
    if (this.shared.get("seen") === null) this.shared.set("seen", messages.at(-1)?.createdAt ?? null);
    this.update({ owner, assigneeName, items, isLoaded: true });
  }

  private openStream(position: string | null): void {
    this.stream = new LiveStream(
      {
        open: (lastEventId, signal) => this.api.openStream(lastEventId, signal),
        renewSession: () => this.api.renewSession(),
        onEvent: (event) => this.receive(event),
        onConnection: (isConnected) => {
          if (isConnected) this.outbox.retryAll();
          this.update({ isConnected });
        },
      },
      position,
    );
  }

  private receive(event: ServerEvent): void {
    const payload = JSON.parse(event.data) as Record<string, unknown>;
    if (event.type === "message") this.receiveMessage(payload.message as VisitorMessageDto);
    else if (event.type === "conversation") this.receiveOwner(payload as unknown as OwnerChange);
    else if (event.type === "typing") this.showTyping(payload as { name: string; isTyping: boolean });
    else if (event.type === "reset") void this.sync().catch(() => {});
  }

  /** The event has no name: that is read only when somebody else answers now. */
  private receiveOwner({ status, owner: stored, assigneeId: assignee, asksForContact }: OwnerChange): void {
    this.asksForContact = asksForContact;
    const owner = whoAnswers(status, stored);
    const assigneeId = owner === "human" ? assignee : null;
    const hadAssignee = this.state.assigneeName !== null;
    const isSame =
      owner === this.state.owner &&
      (assigneeId !== null) === hadAssignee &&
      (this.assigneeId === undefined || this.assigneeId === assigneeId);
    this.assigneeId = assigneeId;
    this.update({ owner, ...(assigneeId === null ? { assigneeName: null } : {}) });
    if (!isSame) void this.sync().catch(() => {});
  }

  private receiveMessage(message: VisitorMessageDto): void {
    if (message.author === "agent" || message.author === "activity")
      this.showTyping({ name: "", isTyping: false });
    this.update({ items: mergeMessages(this.state.items, [message]) });
  }

  private showTyping({ name, isTyping }: { name: string; isTyping: boolean }): void {
    clearTimeout(this.typingTimer);
    if (isTyping) this.typingTimer = setTimeout(() => this.update({ typingName: null }), TYPING_SHOWN_MS);
    this.update({ typingName: isTyping ? name : null });
  }

  private async afterSent(answer: SentVisitorMessageDto): Promise<void> {
    const { conversation } = answer;
    this.asksForContact = conversation.asksForContact;
    this.update({
      owner: whoAnswers(conversation.status, conversation.owner),
      items: mergeMessages(this.state.items, toMessages(answer)),
    });
    if (this.stream) return;
    // The conversation exists from now on; other tabs learn of it through the storage event.
    this.shared.set("conversation", conversation.id);
    await this.sync().catch(() => {});
  }

  private showUnsent(message: Unsent, state: "sending" | "failed"): void {
    const item = toUnsentItem(message, state);
    const items = this.state.items.filter((one) => one.key !== item.key);
    this.update({ items: [...items, item].sort((one, other) => Number(!one.id) - Number(!other.id)) });
  }

  private update(change: Partial<ChatState>): void {
    if (this.isOver) return;
    const next = { ...this.state, ...change };
    if (change.items) {
      next.unread = countUnread(next.items, this.shared.get("seen"));
      next.asksForRating = awaitsRating(next.items);
    }
    this.state = next;
    this.onChange(next);
  }

  private get language(): string {
    return this.locale === "zh-CN" ? "zh" : this.locale;
  }

  private get isOver(): boolean {
    return this.lifetime.signal.aborted;
  }

  private watchThePage(): void {
    const { signal } = this.lifetime;
    const wake = () => {
      clearTimeout(this.hiddenTimer);
      if (this.stream) this.stream.wake();
      else if (this.state.phase === "ready") void this.sync().catch(() => {});
      this.outbox.retryAll();
    };
    window.addEventListener("online", wake, { signal });
    window.addEventListener("pageshow", (event) => event.persisted && wake(), { signal });
    window.addEventListener(
      "pagehide",
      () => {
        this.typing.stop();
        this.stream?.pause();
      },
      { signal },
    );
    document.addEventListener(
      "visibilitychange",
      () => {
        clearTimeout(this.hiddenTimer);
        if (document.visibilityState === "visible") wake();
        else this.hiddenTimer = setTimeout(() => this.stream?.pause(), HIDDEN_PAUSE_MS);
      },
      { signal },
    );
    window.addEventListener(
      "storage",
      (event) => {
        if (event.key === this.storageKey && !this.stream) void this.sync().catch(() => {});
      },
      { signal },
    );
  }
}
