import { z } from "zod";

const digits = (what: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{5,32}$/, `${what} has digits alone.`);

/** What stands in Meta's app dashboard; docs/channels.md says where. */
export const whatsappSettings = z.object({
  phoneNumberId: digits("The phone number ID"),
  /** Of a system user, so that it does not end after a day. */
  accessToken: z
    .string()
    .trim()
    .regex(/^[\w.|-]{20,1000}$/, "This is no access token: it has letters, digits and no spaces."),
  appSecret: z
    .string()
    .trim()
    .regex(/^[0-9a-f]{32}$/i, "The app secret has 32 characters, 0-9 and a-f."),
  /** Chosen by the merchant and written down in both places. */
  verifyToken: z.string().trim().min(8).max(200),
});

export type WhatsappSettings = z.infer<typeof whatsappSettings>;
