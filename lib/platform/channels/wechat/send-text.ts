import { ConnectionBroken, type OutboundMessage, type Outside, type SendOutcome } from "../adapter";
import { API, TokenRefused, withAccessToken } from "./access-token";
import { outcomeOf, refusal } from "./error-codes";
import type { WechatSettings } from "./settings";

/**
 * The platform counts bytes: 2,048 of UTF-8. Its own desk allows 600 characters, which is the rule that the adapters
 * state, since 600 of JavaScript's units have at most 1,800 bytes in any script.
 */
export const MAX_TEXT_BYTES = 2048;
export const MAX_TEXT_LENGTH = 600;

/** “发送客服消息”, which official accounts and mini programs share. The platform gives messages no id. */
export async function sendText(
  message: OutboundMessage,
  settings: WechatSettings,
  outside: Outside,
): Promise<SendOutcome> {
  if (Buffer.byteLength(message.text) > MAX_TEXT_BYTES) return refusal(45002, null);
  const body = JSON.stringify({
    touser: message.to,
    msgtype: "text",
    text: { content: message.text.toWellFormed() },
  });
  let isUnderway = false;
  try {
    const answer = await withAccessToken(settings, outside, async (accessToken) => {
      isUnderway = true;
      const answer = await outside.request({
        method: "POST",
        url: `${API}/message/custom/send?${new URLSearchParams({ access_token: accessToken })}`,
        headers: { "content-type": "application/json" },
        body,
      });
      isUnderway = false;
      return answer;
    });
    return outcomeOf(answer);
  } catch (error) {
    if (error instanceof TokenRefused) return error.outcome;
    if (!(error instanceof ConnectionBroken)) throw error;
    if (isUnderway && error.wasSent) {
      return { is: "unknown", reason: "The connection broke before WeChat said whether it was sent." };
    }
    return { is: "refused", isFinal: false, code: "no_connection", reason: "WeChat could not be reached." };
  }
}
