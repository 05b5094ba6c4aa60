import { z } from "zod";
import type { Outside, SendOutcome } from "../adapter";
import { type ApiAnswer, callApi } from "./call-api";
import { refusal, wantsNewToken } from "./outcomes";
import type { DouyinSettings } from "./settings";

const NAME = "access_token";
/** In its last hour a token can be exchanged, and stays good beside the new one for that hour. */
const REFRESH_BELOW_SECONDS = 3600;

const grant = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string(),
  expires_in: z.number(),
});
type Grant = z.output<typeof grant>;

/** The platform gave no access token; so what needed one was not sent. */
export class TokenRefused extends Error {
  constructor(readonly outcome: Extract<SendOutcome, { is: "refused" }>) {
    super(outcome.reason);
  }
}

/** Makes a call with the shop's token; one that is no longer taken is replaced, once. @throws TokenRefused */
export async function withAccessToken(
  settings: DouyinSettings,
  outside: Outside,
  call: (accessToken: string) => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const issue = () => issueToken(settings, outside);
  const answer = await call(await outside.token(NAME, issue));
  if (!wantsNewToken(answer)) return answer;
  await outside.dropToken(NAME);
  return call(await outside.token(NAME, issue));
}

/** `token.create` gives the shop's present token, however little time it has left; `token.refresh` the next one. */
async function issueToken(settings: DouyinSettings, outside: Outside) {
  const created = await callApi(
    "token.create",
    { code: "", grant_type: "authorization_self", shop_id: settings.shopId },
    settings,
    outside,
  );
  const present = grantOf(created);
  if (present.expires_in >= REFRESH_BELOW_SECONDS) return kept(present);
  const params = { grant_type: "refresh_token", refresh_token: present.refresh_token };
  const refreshed = await callApi("token.refresh", params, settings, outside);
  return kept(refreshed.is === "failed" && present.expires_in > 0 ? present : grantOf(refreshed));
}

function grantOf(answer: ApiAnswer): Grant {
  if (answer.is === "failed") throw new TokenRefused(refusal(answer));
  const parsed = grant.safeParse(answer.data);
  if (parsed.success) return parsed.data;
  const reason = "Douyin's answer holds no token.";
  throw new TokenRefused({ is: "refused", isFinal: false, code: "no_token", reason });
}

function kept({ access_token, expires_in }: Grant) {
  return { token: access_token, expiresInSeconds: expires_in };
}
