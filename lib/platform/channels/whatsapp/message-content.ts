import { z } from "zod";
import type { InboundAttachment } from "../adapter";

export interface MessageContent {
  text: string | null;
  attachments: InboundAttachment[];
}

const words = (text: string | undefined): string | null => text?.trim() || null;
const only = (text: string | undefined): MessageContent => ({ text: words(text), attachments: [] });

const media = z.object({
  id: z.string().regex(/^[\w-]{1,200}$/),
  mime_type: z.string().max(200).optional(),
  caption: z.string().optional(),
  filename: z.string().max(1000).optional(),
});
const file = (name: string, kind: InboundAttachment["kind"]) =>
  z.object({ [name]: media }).transform((message): MessageContent => {
    const { id, mime_type: mimeType, caption, filename: fileName } = message[name]!;
    return { text: words(caption), attachments: [{ kind, source: { mediaId: id }, mimeType, fileName }] };
  });

const title = z.object({ title: z.string() });
const location = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().optional(),
  address: z.string().optional(),
});
const person = z.object({
  name: z.object({ formatted_name: z.string() }).optional(),
  phones: z.array(z.object({ phone: z.string().optional() })).default([]),
  emails: z.array(z.object({ email: z.string().optional() })).default([]),
});
const item = z.object({ product_retailer_id: z.string(), quantity: z.coerce.number() });

/** What is put in words here is the same in every language: names, numbers, signs. */
const CONTENT: Record<string, z.ZodType<MessageContent>> = {
  text: z.object({ text: z.object({ body: z.string() }) }).transform(({ text }) => only(text.body)),
  image: file("image", "image"),
  sticker: file("sticker", "image"),
  audio: file("audio", "voice"),
  voice: file("voice", "voice"),
  video: file("video", "video"),
  document: file("document", "file"),
  button: z.object({ button: z.object({ text: z.string() }) }).transform(({ button }) => only(button.text)),
  interactive: z
    .object({ interactive: z.object({ button_reply: title.optional(), list_reply: title.optional() }) })
    .transform(({ interactive }) => (interactive.button_reply ?? interactive.list_reply)?.title)
    .pipe(z.string().min(1).transform(only)),
  location: z.object({ location }).transform(({ location: { name, address, latitude, longitude } }) => {
    const place = [name, address].filter((part) => part?.trim()).join(", ");
    return only(`📍 ${place} (${latitude}, ${longitude})`.replace("  ", " "));
  }),
  contacts: z.object({ contacts: z.array(person).min(1).max(100) }).transform(({ contacts }) =>
    only(
      contacts
        .map(({ name, phones, emails }) => {
          const reach = [...phones.map(({ phone }) => phone), ...emails.map(({ email }) => email)];
          return [name?.formatted_name, ...reach].filter(Boolean).join(", ");
        })
        .join("\n"),
    ),
  ),
  order: z
    .object({ order: z.object({ text: z.string().optional(), product_items: z.array(item).max(200) }) })
    .transform(({ order }) => {
      const lines = order.product_items.map((line) => `${line.quantity} × ${line.product_retailer_id}`);
      return only([order.text ?? "", ...lines].join("\n"));
    }),
};

/** Null for a kind of which the desk can show nothing: reactions, system notes, polls, what Meta calls unsupported. */
export function readContent(type: string, message: unknown): MessageContent | null {
  const result = Object.hasOwn(CONTENT, type) ? CONTENT[type]!.safeParse(message) : null;
  if (!result?.success) return null;
  return result.data.text === null && result.data.attachments.length === 0 ? null : result.data;
}
