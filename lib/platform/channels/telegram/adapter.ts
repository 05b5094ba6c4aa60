import { z } from "zod";
import type {
  ChannelAdapter,
  ConnectionOutcome,
  OutboundMessage,
  Outside,
  OutsideAnswer,
  SendOutcome,
} from "../adapter";
import { type ApiResult, callApi } from "./call-api";
import { fileCall } from "./file-call";
import { readUpdate } from "./read-update";
import { type TelegramSettings, telegramSettings, webhookSecret } from "./settings";

const sentMessage = z.object({ message_id: z.int(), chat: z.object({ id: z.int() }) });
const botUser = z.object({ username: z.string().optional(), first_name: z.string() });
const fileAnswer = z.object({ file_path: z.string() });

/** Telegram, by its Bot API with a webhook. */
export const telegram: ChannelAdapter<TelegramSettings> = {
  kind: "telegram",
  settings: telegramSettings as z.ZodType<TelegramSettings>,
  secrets: ["botToken"],
  // sendMessage: "1-4096 characters", which Telegram counts in UTF-16 code units.
  rules: { maxTextLength: 4_096, replyWindowHours: null, maxReplies: null },
  read: (request, settings) => readUpdate(request, settings),
  send,
  connect,
  fetchMedia,
};

async function send(
  message: OutboundMessage,
  settings: TelegramSettings,
  outside: Outside,
): Promise<SendOutcome> {
  const [file] = message.files ?? [];
  const call = file ? fileCall(message.to, file) : null;
  const answer = call
    ? await callApi(settings, outside, call.method, call.form)
    : await callApi(settings, outside, "sendMessage", { chat_id: message.to, text: message.text });
  if (answer.is === "result") {
    const sent = sentMessage.safeParse(answer.result);
    return {
      is: "sent",
      providerId: sent.success ? `${sent.data.chat.id}:${sent.data.message_id}` : null,
    };
  }
  if (answer.is === "unreadable")
    return { is: "unknown", reason: `Telegram's answer (HTTP ${answer.status}) could not be read.` };
  return toRefusal(answer);
}

/** 429 and faults on Telegram's side pass; 400, 401, 403 (blocked by the person) and 404 do not. */
function toRefusal(error: Extract<ApiResult, { is: "error" }>): SendOutcome {
  const { code, description: reason, retryAfterSeconds } = error;
  return {
    is: "refused",
    isFinal: code !== 429 && code < 500,
    code: String(code),
    reason,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

async function connect(
  settings: TelegramSettings,
  address: string,
  outside: Outside,
): Promise<ConnectionOutcome> {
  const me = await callApi(settings, outside, "getMe", {});
  if (me.is !== "result") return toConnectionRefusal(me);
  const webhook = await callApi(settings, outside, "setWebhook", {
    url: address,
    secret_token: webhookSecret(settings),
    allowed_updates: ["message", "edited_message", "callback_query"],
  });
  if (webhook.is !== "result") return toConnectionRefusal(webhook);
  const bot = botUser.safeParse(me.result);
  const name = bot.success ? (bot.data.username ? `@${bot.data.username}` : bot.data.first_name) : null;
  return { is: "connected", name };
}

function toConnectionRefusal(answer: Exclude<ApiResult, { is: "result" }>): ConnectionOutcome {
  return answer.is === "error"
    ? { is: "refused", code: String(answer.code), reason: answer.description }
    : { is: "refused", code: String(answer.status), reason: "The answer is not one of the Bot API." };
}

async function fetchMedia(
  mediaId: string,
  settings: TelegramSettings,
  outside: Outside,
): Promise<OutsideAnswer> {
  const answer = await callApi(settings, outside, "getFile", { file_id: mediaId });
  const file = answer.is === "result" ? fileAnswer.safeParse(answer.result) : null;
  if (!file?.success) {
    const status = answer.is === "error" ? answer.code : 502;
    return { status, headers: {}, body: new Uint8Array() };
  }
  const path = file.data.file_path.split("/").map(encodeURIComponent).join("/");
  return outside.request({
    method: "GET",
    url: `${settings.apiBaseUrl}/file/bot${settings.botToken}/${path}`,
  });
}
