import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { CHANNEL_KINDS } from "./adapter";

/** Of what a platform sends in one call. */
export const MAX_CALL_BYTES = 1024 * 1024;

export const CHANNEL_STATES = ["working", "failing", "paused", "disabled"] as const;

export const channelAccountDto = z
  .object({
    id: z.uuid(),
    kind: z.enum(CHANNEL_KINDS),
    name: z.string(),
    /** Without the secrets, which are never shown again. */
    settings: z.record(z.string(), z.unknown()),
    /** The secrets that are stored, by name. */
    secretsSet: z.array(z.string()),
    isEnabled: z.boolean(),
    /** The address to which the platform sends. Whoever knows it can try to send: keep it to the platform. */
    address: z.string(),
    /** `paused`: sending waits after failures in a row; `failing`: the latest act failed. */
    state: z.enum(CHANNEL_STATES),
    lastInboundAt: z.string().nullable(),
    lastSentAt: z.string().nullable(),
    lastError: z.string().nullable(),
    lastErrorAt: z.string().nullable(),
    /** Calls that were not let in: forged, expired or malformed. */
    refusedCalls: z.int(),
    circuitOpenUntil: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "ChannelAccount" });
export type ChannelAccountDto = z.infer<typeof channelAccountDto>;

const channelFieldDto = z.object({
  name: z.string(),
  type: z.enum(["text", "number", "boolean", "choice"]),
  choices: z.array(z.string()),
  isSecret: z.boolean(),
  isRequired: z.boolean(),
  default: z.union([z.string(), z.number(), z.boolean()]).nullable(),
});
export type ChannelFieldDto = z.infer<typeof channelFieldDto>;

export const channelKindDto = z
  .object({
    kind: z.enum(CHANNEL_KINDS),
    fields: z.array(channelFieldDto),
    /** Whether the connection can be tested from here. */
    canConnect: z.boolean(),
    maxTextLength: z.int(),
    replyWindowHours: z.number().nullable(),
    maxReplies: z.int().nullable(),
  })
  .meta({ id: "ChannelKind" });
export type ChannelKindDto = z.infer<typeof channelKindDto>;

export const connectionDto = z
  .object({
    isConnected: z.boolean(),
    /** The account's name on the platform. */
    name: z.string().nullable(),
    code: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: "ChannelConnection" });
export type ConnectionDto = z.infer<typeof connectionDto>;

const name = z.string().trim().min(1, "Give the channel a name.").max(80);
const settings = z.record(z.string().max(100), z.unknown());

export const createChannelAccountInput = z.object({ kind: z.enum(CHANNEL_KINDS), name, settings });
export type CreateChannelAccountInput = z.input<typeof createChannelAccountInput>;

export const channelAccountIdInput = z.object({ id: z.uuid() });

/** Settings replace those that are stored; a secret that is left out or empty stays as it is, `null` removes it. */
export const updateChannelAccountInput = z.object({
  name: name.optional(),
  settings: settings.optional(),
  isEnabled: z.boolean().optional(),
});
export type UpdateChannelAccountInput = z.input<typeof updateChannelAccountInput>;

export const DELIVERY_STATES = [
  "pending",
  "sending",
  "sent",
  "delivered",
  "read",
  "failed",
  "unknown",
] as const;

export const deliveryDto = z
  .object({
    id: z.uuid(),
    accountId: z.uuid(),
    accountName: z.string(),
    kind: z.enum(CHANNEL_KINDS),
    contactName: z.string().nullable(),
    conversationId: z.uuid(),
    messageId: z.uuid(),
    part: z.int(),
    state: z.enum(DELIVERY_STATES),
    attempts: z.int(),
    nextAttemptAt: z.string().nullable(),
    errorCode: z.string().nullable(),
    errorReason: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "Delivery" });
export type DeliveryDto = z.infer<typeof deliveryDto>;

export const listDeliveriesInput = pageInput.extend({
  /** `troubled`: failed, or nobody knows whether it was sent. */
  state: z.enum([...DELIVERY_STATES, "troubled"]).optional(),
  accountId: z.uuid().optional(),
  conversationId: z.uuid().optional(),
});
export type ListDeliveriesInput = z.input<typeof listDeliveriesInput>;
