import "server-only";
import type { ChannelAdapter } from "../adapter";
import { checkNumber } from "./check-number";
import { fetchMedia } from "./fetch-media";
import { readWebhook } from "./read-webhook";
import { MAX_TEXT_LENGTH, sendMessage } from "./send-message";
import { type WhatsappSettings, whatsappSettings } from "./settings";

/** The WhatsApp Cloud API of Meta. */
export const whatsappAdapter: ChannelAdapter<WhatsappSettings> = {
  kind: "whatsapp",
  settings: whatsappSettings,
  secrets: ["accessToken", "appSecret", "verifyToken"],
  rules: { maxTextLength: MAX_TEXT_LENGTH, replyWindowHours: 24, maxReplies: null },
  read: (request, settings) => readWebhook(request, settings),
  send: sendMessage,
  connect: (settings, _address, outside) => checkNumber(settings, outside),
  fetchMedia,
};
