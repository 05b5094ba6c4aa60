import type { ChannelAdapter } from "../adapter";
import { image, miniProgramPage, text } from "../wechat/contents";
import { fetchMedia } from "../wechat/fetch-media";
import { readCall } from "../wechat/read-call";
import { MAX_TEXT_LENGTH, sendText } from "../wechat/send-text";
import { WECHAT_SECRETS, type WechatSettings, wechatSettings } from "../wechat/settings";

/**
 * The customer service of a mini program: texts, pictures and cards of its pages; entering the conversation is an
 * event (`user_enter_tempsession`). The 2 messages within a minute that entering allows are not used.
 */
export const wechatMiniProgram: ChannelAdapter<WechatSettings> = {
  kind: "wechat_mini_program",
  settings: wechatSettings,
  secrets: WECHAT_SECRETS,
  /** “下发条件说明”: after a message of the customer, 5 replies within 48 hours. */
  rules: { maxTextLength: MAX_TEXT_LENGTH, replyWindowHours: 48, maxReplies: 5 },
  read: (request, settings, now) =>
    readCall(request, settings, now, { text, image, miniprogrampage: miniProgramPage }),
  send: sendText,
  fetchMedia,
};
