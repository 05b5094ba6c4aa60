import { type InboundCall, type InboundEvent, InboundRefused, type InboundRequest } from "../adapter";
import { decodeBody } from "../decode-body";
import { equalsSecret } from "../equals-secret";
import { parseExactJson } from "../exact-json";
import { readCustomerMessage } from "./message-shape";
import type { DouyinSettings } from "./settings";
import { signPush } from "./sign";

const MAX_BODY_BYTES = 512 * 1024;
const SUCCESS = { status: 200, contentType: "application/json", body: '{"code":0,"msg":"success"}' };

/**
 * One call of the push service: a list of messages by tag, of which 0 is the platform's own test. The signature holds
 * no time, so nothing tells an old push from a new one but its `msg_id`, which the desk takes once.
 * @throws InboundRefused
 */
export function readPushes(request: InboundRequest, settings: DouyinSettings, now: Date): InboundCall {
  const signature = request.headers["event-sign"];
  if (request.method !== "POST" || !signature) {
    throw new InboundRefused("malformed", "A push is a POST with the header event-sign.");
  }
  if (request.body.byteLength > MAX_BODY_BYTES) {
    throw new InboundRefused("too_large", `The body is larger than ${MAX_BODY_BYTES} bytes.`);
  }
  const isOurs = equalsSecret(signPush(settings, request.body), signature.toLowerCase());
  if (!isOurs || (request.headers["app-id"] ?? settings.appKey) !== settings.appKey) {
    throw new InboundRefused("forged", "The signature does not fit this app.");
  }
  const pushes = parseExactJson(decodeBody(request.body, MAX_BODY_BYTES));
  if (!Array.isArray(pushes)) throw new InboundRefused("malformed", "The body is not a list of pushes.");
  return { events: pushes.flatMap((push) => readPush(push, settings, now)), answer: SUCCESS };
}

/** What has no tag or id is passed over: refusing it would bring the whole list again. */
function readPush(push: unknown, settings: DouyinSettings, now: Date): InboundEvent[] {
  if (push === null || typeof push !== "object") return [];
  const { tag, msg_id, data } = push as Record<string, unknown>;
  const isId = (value: unknown): value is string | number =>
    typeof value === "number" || (typeof value === "string" && /^[\x21-\x7E]{1,100}$/.test(value));
  if (!isId(tag) || !isId(msg_id)) return [];
  const pushId = String(msg_id);
  const message =
    String(tag) === settings.messageTag
      ? readCustomerMessage(data, { pushId, shopId: settings.shopId, now })
      : null;
  return [message ?? { is: "other", providerId: `${tag}:${pushId}`, what: `push ${tag}` }];
}
