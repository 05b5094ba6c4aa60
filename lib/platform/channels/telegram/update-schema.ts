import { z } from "zod";

// The parts of the Bot API's Update, Message and file objects that the desk uses; others may be there.

const person = z.object({
  id: z.int(),
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
});

const file = z.object({
  file_id: z.string().min(1).max(300),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
});

export const telegramMessage = z.object({
  message_id: z.int(),
  from: person.optional(),
  chat: z.object({ id: z.int(), type: z.string() }),
  /** Unix seconds. */
  date: z.int(),
  edit_date: z.int().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.array(file.extend({ width: z.int(), height: z.int() })).optional(),
  voice: file.optional(),
  audio: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  document: file.optional(),
  sticker: file.optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  contact: z
    .object({ phone_number: z.string(), first_name: z.string(), last_name: z.string().optional() })
    .optional(),
});
export type TelegramMessage = z.output<typeof telegramMessage>;

export const telegramUpdate = z.object({
  update_id: z.int(),
  message: telegramMessage.optional(),
  edited_message: telegramMessage.optional(),
  callback_query: z.object({ id: z.string(), data: z.string().optional() }).optional(),
});
export type TelegramUpdate = z.output<typeof telegramUpdate>;
