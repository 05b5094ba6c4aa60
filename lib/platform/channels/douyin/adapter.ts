import type { ChannelAdapter } from "../adapter";
import { readPushes } from "./read-pushes";
import { sendMessage } from "./send-message";
import { type DouyinSettings, douyinSettings } from "./settings";

/**
 * 抖店, through its open platform: signed pushes come in, signed calls go out. For its customer service (飞鸽) nothing
 * is published about lengths, windows and numbers of replies; 500 characters are our own caution.
 */
export const douyin: ChannelAdapter<DouyinSettings> = {
  kind: "douyin",
  settings: douyinSettings,
  secrets: ["appSecret"],
  rules: { maxTextLength: 500, replyWindowHours: null, maxReplies: null },
  read: readPushes,
  send: sendMessage,
};
