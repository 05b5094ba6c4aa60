import type { ChannelAdapter } from "../adapter";
import { image, link, location, text, video, voice } from "../wechat/contents";
import { fetchMedia } from "../wechat/fetch-media";
import { readCall } from "../wechat/read-call";
import { MAX_TEXT_LENGTH, sendText } from "../wechat/send-text";
import { WECHAT_SECRETS, type WechatSettings, wechatSettings } from "../wechat/settings";

/**
 * 公众号 (subscription and service accounts). Replies go through the customer service interface, which the account
 * must have been verified for. What following, scanning and menu clicks allow (3 messages within a minute) is not
 * used: the desk writes to those who have written.
 */
export const wechatOfficial: ChannelAdapter<WechatSettings> = {
  kind: "wechat_official",
  settings: wechatSettings,
  secrets: WECHAT_SECRETS,
  /** “客服消息下发规则”: after a message of the customer, 5 replies within 48 hours. */
  rules: { maxTextLength: MAX_TEXT_LENGTH, replyWindowHours: 48, maxReplies: 5 },
  read: (request, settings, now) =>
    readCall(request, settings, now, { text, image, voice, video, shortvideo: video, location, link }),
  send: sendText,
  fetchMedia,
};
