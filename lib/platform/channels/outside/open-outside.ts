import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import type { Outside } from "../adapter";
import { dropAccessToken, readAccessToken } from "./access-tokens";
import { requestOutside } from "./request-outside";

/** Over all requests of one act, such as a token and then the message. */
export const ACT_DEADLINE_MS = 30_000;

/** What an adapter may use for one act on behalf of an account. The context must carry no open transaction. */
export function openOutside(ctx: Context, accountId: string): Outside {
  const signal = AbortSignal.timeout(ACT_DEADLINE_MS);
  const allowedHosts = env().ZHANGGUI_PRIVATE_HOSTS;
  return {
    request: (request) => requestOutside(request, { allowedHosts, signal }),
    token: (name, issue) => readAccessToken(ctx, accountId, name, issue),
    dropToken: (name) => dropAccessToken(ctx, accountId, name),
    now: ctx.now,
  };
}
