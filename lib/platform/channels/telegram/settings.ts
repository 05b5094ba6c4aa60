import { createHmac } from "node:crypto";
import { z } from "zod";

export const telegramSettings = z.object({
  /** As @BotFather gives it. */
  botToken: z
    .string()
    .trim()
    .regex(
      /^\d{3,20}:[\w-]{30,100}$/,
      "Copy the whole token from @BotFather: digits, a colon, 35 characters.",
    ),
  /** Of a self-hosted Bot API server; Telegram's own without it. */
  apiBaseUrl: z
    .url({ protocol: /^https?$/, error: "Write an address such as https://api.telegram.org." })
    .default("https://api.telegram.org")
    .transform((address) => address.replace(/\/+$/, "")),
});
export type TelegramSettings = z.output<typeof telegramSettings>;

/** What Telegram sends along as X-Telegram-Bot-Api-Secret-Token. It follows from the token: nobody has to invent it. */
export function webhookSecret(settings: TelegramSettings): string {
  return createHmac("sha256", settings.botToken).update("webhook-secret").digest("hex");
}
