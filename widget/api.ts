import type {
  SentVisitorMessageDto,
  VisitorConversationDto,
  VisitorSessionDto,
} from "@/lib/service/conversations/schemas";
import { ApiError } from "./api-error";
import type { Customer } from "./identity";
import type { SafeStorage } from "./storage";
import type { Unsent } from "./thread";
import { uploadFile } from "./upload-file";

const TIMEOUT_MS = 20_000;
const VOICE_TIMEOUT_MS = 90_000;
const MIN_RETRY_AFTER_SECONDS = 1;

/** The desk's widget routes. Keeps the visitor's token, and opens a new session when it has run out. */
export class Api {
  private customer: Customer | null = null;
  private opening: Promise<VisitorSessionDto> | null = null;

  constructor(
    private readonly origin: string,
    private readonly widgetKey: string,
    private readonly shared: SafeStorage,
    private readonly onRenewed: (session: VisitorSessionDto) => void,
  ) {}

  /** Opens the session, or resumes it: the stored token tells the desk that this is the same visitor. */
  openSession(customer: Customer | null): Promise<VisitorSessionDto> {
    this.customer = customer;
    this.opening ??= this.postSession().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  private async postSession(): Promise<VisitorSessionDto> {
    const body = { widgetKey: this.widgetKey, ...(this.customer ? { customer: this.customer } : {}) };
    const response = await this.fetch("/sessions", { method: "POST", body: JSON.stringify(body) });
    const session = (await response.json()) as VisitorSessionDto;
    this.shared.set("token", session.token);
    return session;
  }

  /** After a 401. The visitor may be another one now, so the conversation must be read anew. */
  async renewSession(): Promise<void> {
    this.shared.set("token", null);
    this.onRenewed(await this.openSession(this.customer));
  }

  forget(): void {
    this.shared.set("token", null);
  }

  /** Null before the first message. */
  async readConversation(): Promise<VisitorConversationDto | null> {
    const response = await this.call("/conversation", {});
    return response.status === 204 ? null : ((await response.json()) as VisitorConversationDto);
  }

  async sendMessage(
    { text, clientMessageId, attachmentIds }: Unsent,
    language: string,
  ): Promise<SentVisitorMessageDto> {
    // Words have a language of their own; files have none.
    const files = attachmentIds ? { attachmentIds, language } : {};
    const message = JSON.stringify({ text, clientMessageId, ...files });
    const response = await this.call("/messages", { method: "POST", body: message });
    return (await response.json()) as SentVisitorMessageDto;
  }

  /** @returns the file's id. Rejects with an ApiError. */
  async upload(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<string> {
    const address = `${this.origin}/api/v1/widget/attachments`;
    const once = () => uploadFile(address, this.shared.get("token"), file, onProgress, signal);
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      await this.renewSession();
      return once();
    }
  }

  /** Sends a recording. It is heard before it is answered, so it may take longer than a text. */
  async sendVoice(
    recording: Blob,
    message: { clientMessageId: string; language: string },
  ): Promise<SentVisitorMessageDto> {
    const signal = AbortSignal.timeout(VOICE_TIMEOUT_MS);
    const path = `/voice?${new URLSearchParams(message)}`;
    const response = await this.call(path, { method: "POST", body: recording, signal });
    return (await response.json()) as SentVisitorMessageDto;
  }

  async rate(rating: { score: number; comment?: string }): Promise<void> {
    await this.call("/rate", { method: "POST", body: JSON.stringify(rating) });
  }

  /** `text`: what stands in the field, where the desk may see it. It reaches the desk from a page that is left too. */
  async announceTyping(isTyping: boolean, text?: string): Promise<void> {
    const body = JSON.stringify({ isTyping, ...(text === undefined ? {} : { text }) });
    await this.call("/typing", { method: "POST", body, keepalive: true });
  }

  /** The live stream's answer, still open. Ends only when `signal` says so or the desk closes it. */
  openStream(lastEventId: string | null, signal: AbortSignal): Promise<Response> {
    const headers = new Headers({ Accept: "text/event-stream" });
    if (lastEventId !== null) headers.set("Last-Event-ID", lastEventId);
    return this.fetch("/stream", { headers, signal });
  }

  private async call(path: string, init: RequestInit): Promise<Response> {
    try {
      return await this.fetch(path, init);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      await this.renewSession();
      return this.fetch(path, init);
    }
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    const timeout = new AbortController();
    const timer = init.signal ? undefined : setTimeout(() => timeout.abort(), TIMEOUT_MS);
    const token = this.shared.get("token");
    const headers = new Headers(init.headers);
    if (init.body) headers.set("Content-Type", typeOf(init.body));
    if (token) headers.set("Authorization", `Bearer ${token}`);
    let response: Response;
    try {
      response = await fetch(`${this.origin}/api/v1/widget${path}`, {
        signal: timeout.signal,
        credentials: "omit",
        cache: "no-store",
        ...init,
        headers,
      });
    } catch {
      throw new ApiError(0, "The desk cannot be reached.", null);
    } finally {
      clearTimeout(timer);
    }
    if (!response.ok) throw await toApiError(response);
    return response;
  }
}

function typeOf(body: BodyInit): string {
  return body instanceof Blob ? body.type || "application/octet-stream" : "application/json";
}

async function toApiError(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => null)) as { detail?: string } | null;
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? Math.max(seconds, MIN_RETRY_AFTER_SECONDS) * 1000 : null;
  return new ApiError(
    response.status,
    problem?.detail ?? `The desk answered ${response.status}.`,
    retryAfterMs,
  );
}
