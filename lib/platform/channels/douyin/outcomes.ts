import type { SendOutcome } from "../adapter";
import type { ApiAnswer } from "./call-api";

type Failed = Extract<ApiAnswer, { is: "failed" }>;
type Refused = Extract<SendOutcome, { is: "refused" }>;

const TOKEN_TROUBLE = /^isv\.access-token-(expired|no-existed|invalid)/;
const NO_TOKEN = /^dop\.token-generate-failed/;
const TIMED_OUT = 20_001;

/** “平台基础错误码汇总” by the main code. What is not here may be tried again. */
const CODES: Readonly<Record<number, { isFinal: boolean; retryAfterSeconds?: number; reason: string }>> = {
  20000: { isFinal: false, retryAfterSeconds: 10, reason: "Douyin's service is not available." },
  30001: {
    isFinal: true,
    reason: "The app may not use this interface, or the shop has taken back its consent.",
  },
  30002: { isFinal: true, reason: "This server is not on the app's IP allowlist. Add its address there." },
  40001: { isFinal: true, reason: "A parameter is missing." },
  40002: { isFinal: true, reason: "A parameter is missing." },
  40003: { isFinal: true, reason: "A parameter, the signature or a key is wrong." },
  40004: { isFinal: true, reason: "A parameter is wrong." },
  50001: { isFinal: false, retryAfterSeconds: 10, reason: "Douyin failed to process the message." },
  50002: { isFinal: true, reason: "Douyin did not accept the message." },
  60000: { isFinal: false, retryAfterSeconds: 60, reason: "The app makes too many calls." },
  70000: { isFinal: true, reason: "The method does not exist any more. Check it in the channel's settings." },
  80000: { isFinal: true, reason: "Douyin refused for security. See the notices there." },
};

export function wantsNewToken(answer: ApiAnswer): boolean {
  return answer.is === "failed" && TOKEN_TROUBLE.test(answer.subCode);
}

/** For a call of which it is certain that it did nothing. */
export function refusal({ status, code, subCode, said }: Failed): Refused {
  if (code === null) {
    const reason = `Douyin answered ${status}.`;
    return { is: "refused", isFinal: false, code: `http_${status}`, reason };
  }
  const known = NO_TOKEN.test(subCode)
    ? { isFinal: true, reason: "Douyin gives no token. Check App Key, App Secret and the shop's consent." }
    : TOKEN_TROUBLE.test(subCode)
      ? { isFinal: false, retryAfterSeconds: 60, reason: "Douyin does not take the access token." }
      : (CODES[code] ?? { isFinal: false, reason: "Douyin refused." });
  const reason = said ? `${known.reason} (${said})` : known.reason;
  return { is: "refused", code: subCode ? `${code} ${subCode}` : String(code), ...known, reason };
}

/** A timeout within the platform, or a server error on the way, may have come after the message was taken. */
export function failureOf(answer: Failed): SendOutcome {
  const isUncertain =
    answer.code === TIMED_OUT || (answer.code === null && (answer.status < 400 || answer.status >= 500));
  return isUncertain
    ? { is: "unknown", reason: "Douyin's answer does not say whether the message was sent." }
    : refusal(answer);
}
