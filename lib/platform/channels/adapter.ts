import type { z } from "zod";

/** Where customers write, beside the desk's own chat and the API. */
export const CHANNEL_KINDS = [
  "email",
  "telegram",
  "whatsapp",
  "wechat_official",
  "wechat_mini_program",
  "douyin",
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** What a platform sends to the desk's address, before anything of it is believed. */
export interface InboundRequest {
  method: "GET" | "POST";
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** What the platform wants to hear: some ask for an exact word within seconds. */
export interface InboundAnswer {
  status: number;
  contentType: string;
  body: string;
}

export interface InboundSender {
  /** The platform's own name for the person, the same in every message of theirs to this account. */
  id: string;
  name?: string;
  email?: string;
  phone?: string;
}

export interface InboundAttachment {
  kind: "image" | "voice" | "video" | "file";
  /** Where the platform keeps it: its own id for it, an address, or the bytes that came along. */
  source: { mediaId: string } | { url: string } | { bytes: Uint8Array };
  mimeType?: string;
  fileName?: string;
}

export type InboundEvent =
  | {
      is: "message";
      /** Unique in the account: the same one twice is one message. */
      providerId: string;
      from: InboundSender;
      at: Date;
      /** Null for a message without words. */
      text: string | null;
      /** E-mail: what it is about; given back with the answer. */
      subject?: string;
      attachments: InboundAttachment[];
      /** Files that came along and were too many or too large to take. */
      attachmentsLeftOut?: number;
      /** Provider ids of the messages that it says it answers, the nearest first. */
      answers?: string[];
    }
  | {
      is: "state";
      /** Of the message that the desk had sent. */
      providerId: string;
      state: "sent" | "delivered" | "read" | "failed";
      at: Date;
      reason?: string;
    }
  /** Something that the desk has no use for, such as a menu click; kept as it came, and answered calmly. */
  | { is: "other"; providerId: string; what: string };

export interface InboundCall {
  events: InboundEvent[];
  answer: InboundAnswer;
}

/** A file as the desk keeps it. */
export interface OutboundFile {
  kind: "image" | "document" | "video" | "audio";
  mimeType: string;
  fileName: string;
  bytes: Uint8Array;
  /** Of pictures, in pixels. */
  width: number | null;
  height: number | null;
}

export interface OutboundMessage {
  /** The desk's own id: sent along where the platform can refuse a second sending. */
  id: string;
  to: string;
  text: string;
  /** The customer's message that this one answers, where there is one. */
  inReplyTo?: { providerId: string; at: Date };
  /** E-mail: the subject that the conversation has. */
  subject?: string;
  /** Nobody wrote it by hand. E-mail says so in a header, so that other machines do not answer it. */
  isAutomatic?: boolean;
  /** With the text, or one alone where the platform takes them apart (file-rules.ts). */
  files?: OutboundFile[];
}

export type SendOutcome =
  | { is: "sent"; providerId: string | null }
  /** It was not sent. `isFinal`: nor would it be by trying again. `code` is the platform's own. */
  | { is: "refused"; isFinal: boolean; code: string; reason: string; retryAfterSeconds?: number }
  /** The connection broke after the message was given away: it may have been sent. */
  | { is: "unknown"; reason: string };

/** Whether the settings are right, as the platform says. */
export type ConnectionOutcome =
  /** `name`: the account's name there. */
  { is: "connected"; name: string | null } | { is: "refused"; code: string; reason: string };

/** The one way to the outside: with a deadline, without redirects, to public addresses alone. */
export interface OutsideRequest {
  method: "GET" | "POST";
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
}

export interface OutsideAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** What an adapter may use beside its settings. */
export interface Outside {
  /** @throws ConnectionBroken where no answer came. */
  request(request: OutsideRequest): Promise<OutsideAnswer>;
  /** A short-lived access token of this account, kept by name until shortly before it expires. */
  token(name: string, issue: () => Promise<{ token: string; expiresInSeconds: number }>): Promise<string>;
  /** Forgets a token that the platform no longer takes. */
  dropToken(name: string): Promise<void>;
  now(): Date;
}

/** No answer came. `wasSent` is false where it is certain that nothing had left. */
export class ConnectionBroken extends Error {
  constructor(
    readonly wasSent: boolean,
    options?: ErrorOptions,
  ) {
    super("The other side gave no answer.", options);
  }
}

/** A call that is not let in: `forged` and `expired` say little to whoever sent it, `malformed` what is wrong. */
export class InboundRefused extends Error {
  constructor(
    readonly why: "forged" | "expired" | "malformed" | "too_large",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * One platform: its signatures, its shapes, its rules. It decides nothing about conversations and keeps nothing; what
 * it needs comes in as arguments, so that every rule is tested without a network.
 */
export interface ChannelAdapter<Settings = unknown> {
  kind: ChannelKind;
  /** What a merchant fills in to connect an account. */
  settings: z.ZodType<Settings>;
  /** Fields of the settings that are stored sealed and never shown again. */
  secrets: readonly (keyof Settings & string)[];
  rules: {
    maxTextLength: number;
    /** For how long after the customer's last message the desk may write freely; null without such a rule. */
    replyWindowHours: number | null;
    /** How large a call may be, where it may be larger than what the desk takes of any platform. */
    maxCallBytes?: number;
    /** How many messages may follow one message of the customer; null without such a rule. */
    maxReplies: number | null;
  };
  /**
   * Checks who sent it, opens it, reads it. Handshakes that only ask for an echo come back with no events.
   * @throws InboundRefused
   */
  read(request: InboundRequest, settings: Settings, now: Date): Promise<InboundCall> | InboundCall;
  /** Sends one message, once. Never throws for what the platform answers. */
  send(message: OutboundMessage, settings: Settings, outside: Outside): Promise<SendOutcome>;
  /**
   * Asks the platform whether the settings are right and, where it can be told by a program, tells it the desk's
   * address. Without this the merchant enters the address there.
   */
  connect?(settings: Settings, address: string, outside: Outside): Promise<ConnectionOutcome>;
  /** The bytes of a file that the platform keeps. */
  fetchMedia?(mediaId: string, settings: Settings, outside: Outside): Promise<OutsideAnswer>;
}
