import { ConnectionBroken, type OutboundMessage, type Outside, type SendOutcome } from "../adapter";
import { TokenRefused, withAccessToken } from "./access-token";
import { callApi } from "./call-api";
import { fillParams, sentIdOf } from "./message-shape";
import { failureOf } from "./outcomes";
import type { DouyinSettings } from "./settings";

export async function sendMessage(
  message: OutboundMessage,
  settings: DouyinSettings,
  outside: Outside,
): Promise<SendOutcome> {
  const { sendMethod, sendParams } = settings;
  if (!sendMethod || !sendParams) {
    return {
      is: "refused",
      isFinal: true,
      code: "no_send_method",
      reason: "The channel can only receive. Fill in the sending method that Douyin has granted the app.",
    };
  }
  const params = fillParams(sendParams, message);
  let isUnderway = false;
  try {
    const answer = await withAccessToken(settings, outside, async (accessToken) => {
      isUnderway = true;
      const answer = await callApi(sendMethod, params, settings, outside, accessToken);
      isUnderway = false;
      return answer;
    });
    if (answer.is === "done") return { is: "sent", providerId: sentIdOf(answer.data) };
    return failureOf(answer);
  } catch (error) {
    if (error instanceof TokenRefused) return error.outcome;
    if (!(error instanceof ConnectionBroken)) throw error;
    if (isUnderway && error.wasSent) {
      return { is: "unknown", reason: "The connection broke before Douyin said whether it was sent." };
    }
    return { is: "refused", isFinal: false, code: "no_connection", reason: "Douyin could not be reached." };
  }
}
