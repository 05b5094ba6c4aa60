import type { OutsideAnswer, SendOutcome } from "../adapter";

type Refused = Extract<SendOutcome, { is: "refused" }>;

/** Codes after which a fresh access token helps. */
const TOKEN_CODES = new Set([40001, 40014, 42001]);

/** “全局返回码”: what trying again is good for, and what to do about it. What is not here may be tried again. */
const CODES: Readonly<Record<number, Omit<Refused, "is" | "code">>> = {
  [-1]: { isFinal: false, retryAfterSeconds: 5, reason: "WeChat is busy." },
  40001: { isFinal: false, retryAfterSeconds: 60, reason: "WeChat does not take the access token." },
  40003: { isFinal: true, reason: "WeChat does not know this customer in this account." },
  40013: { isFinal: true, reason: "The AppID is wrong. Check it in the channel's settings." },
  40014: { isFinal: false, retryAfterSeconds: 60, reason: "WeChat does not take the access token." },
  40125: {
    isFinal: true,
    reason: "The AppSecret is wrong. Reset it at WeChat, then in the channel's settings.",
  },
  40164: { isFinal: true, reason: "This server is not on WeChat's IP allowlist. Add its address there." },
  40243: { isFinal: true, reason: "The AppSecret is frozen. Unfreeze it at WeChat." },
  42001: { isFinal: false, retryAfterSeconds: 60, reason: "The access token has expired." },
  43004: { isFinal: true, reason: "The customer does not follow the account." },
  43019: { isFinal: true, reason: "The customer is on the account's blacklist." },
  45002: { isFinal: true, reason: "The text is too long for WeChat." },
  45009: { isFinal: false, retryAfterSeconds: 3600, reason: "The account has used up its calls of the day." },
  45011: { isFinal: false, retryAfterSeconds: 60, reason: "The account makes too many calls a minute." },
  45015: { isFinal: true, reason: "The customer last wrote too long ago for a reply." },
  45047: { isFinal: true, reason: "WeChat takes no more replies until the customer writes again." },
  48001: {
    isFinal: true,
    reason: "The account may not send customer service messages. Verify it at WeChat.",
  },
  48002: { isFinal: true, reason: "The customer has switched off messages of the account." },
  48004: { isFinal: true, reason: "WeChat has closed this interface to the account. See the notices there." },
  50002: { isFinal: true, reason: "WeChat has restricted the account. See the notices there." },
};

/** The platform answers 200 with a code of its own. Null where the answer is no JSON object: a file, or a proxy. */
export function jsonOf(answer: OutsideAnswer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(answer.body));
    return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

export function errorCodeOf(answer: OutsideAnswer): number | null {
  const code = jsonOf(answer)?.errcode;
  return typeof code === "number" ? code : null;
}

export function wantsNewToken(answer: OutsideAnswer): boolean {
  return TOKEN_CODES.has(errorCodeOf(answer) ?? 0);
}

export function refusal(code: number, said: unknown): Refused {
  const known = CODES[code] ?? {
    isFinal: false,
    reason: `WeChat refused: ${String(said ?? "no reason given").slice(0, 200)}`,
  };
  return { is: "refused", code: String(code), ...known };
}

/** What a send came to. A server error may have come after the message was taken, so that nobody knows. */
export function outcomeOf(answer: OutsideAnswer): SendOutcome {
  const json = jsonOf(answer);
  const code = errorCodeOf(answer);
  if (code === 0) return { is: "sent", providerId: null };
  if (code !== null) return refusal(code, json?.errmsg);
  if (answer.status < 400 || answer.status >= 500) {
    return { is: "unknown", reason: `WeChat answered ${answer.status} without saying whether it was sent.` };
  }
  return {
    is: "refused",
    isFinal: false,
    code: `http_${answer.status}`,
    reason: `WeChat answered ${answer.status}.`,
  };
}
