import { z } from "zod";

/** Every kind of message has these; each kind's own part is read by itself, so that one odd message spoils no other. */
export const messageHead = z.object({
  id: z.string().min(1).max(500),
  from: z
    .string()
    .regex(/^\d{3,20}$/)
    .optional()
    .catch(undefined),
  from_user_id: z.string().min(3).max(200).optional(),
  timestamp: z.coerce.number().int().positive().max(99_999_999_999),
  type: z.string().max(50),
  context: z.object({ id: z.string().min(1).max(500).optional() }).optional(),
});

export const contactSchema = z.object({
  wa_id: z.string().optional(),
  user_id: z.string().optional(),
  profile: z.object({ name: z.string().optional(), username: z.string().optional() }).optional(),
});

export const statusSchema = z.object({
  id: z.string().min(1).max(500),
  status: z.string().max(50),
  timestamp: z.coerce.number().int().positive().max(99_999_999_999),
  errors: z
    .array(
      z.object({
        code: z.number().int(),
        title: z.string().optional(),
        message: z.string().optional(),
        error_data: z.object({ details: z.string().optional() }).optional(),
      }),
    )
    .optional(),
});

/** A call of Meta's webhook for a WhatsApp Business Account. */
export const webhookSchema = z.object({
  object: z.literal("whatsapp_business_account"),
  entry: z
    .array(
      z.object({
        changes: z.array(z.object({ field: z.string(), value: z.unknown() })).max(1000),
      }),
    )
    .max(1000),
});

export const messagesChange = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  contacts: z.array(z.unknown()).default([]),
  messages: z.array(z.unknown()).default([]),
  statuses: z.array(z.unknown()).default([]),
});
