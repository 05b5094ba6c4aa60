import type { Outside, OutsideAnswer, SendOutcome } from "../adapter";
import { errorCodeOf, jsonOf, refusal, wantsNewToken } from "./error-codes";
import type { WechatSettings } from "./settings";

const NAME = "access_token";
export const API = "https://api.weixin.qq.com/cgi-bin";

/** The platform gave no access token; so what needed one was not sent. */
export class TokenRefused extends Error {
  constructor(readonly outcome: Extract<SendOutcome, { is: "refused" }>) {
    super(outcome.reason);
  }
}

/**
 * Makes a call with the account's access token. One that the platform no longer takes is forgotten, and the call made
 * once more: it was refused, so nothing is sent twice. @throws TokenRefused
 */
export async function withAccessToken(
  settings: WechatSettings,
  outside: Outside,
  call: (accessToken: string) => Promise<OutsideAnswer>,
): Promise<OutsideAnswer> {
  const issue = () => issueToken(settings, outside);
  const answer = await call(await outside.token(NAME, issue));
  if (!wantsNewToken(answer)) return answer;
  await outside.dropToken(NAME);
  return call(await outside.token(NAME, issue));
}

/** “稳定版接口调用凭据”: asking again does not make the tokens of the merchant's other programs invalid. */
async function issueToken({ appId, appSecret }: WechatSettings, outside: Outside) {
  const answer = await outside.request({
    method: "POST",
    url: `${API}/stable_token`,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ grant_type: "client_credential", appid: appId, secret: appSecret }),
  });
  const json = jsonOf(answer);
  const [token, seconds] = [json?.access_token, json?.expires_in];
  if (typeof token === "string" && token !== "" && typeof seconds === "number") {
    return { token, expiresInSeconds: seconds };
  }
  throw new TokenRefused(refusal(errorCodeOf(answer) ?? -1, json?.errmsg));
}
