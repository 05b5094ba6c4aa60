import {
  type InboundAttachment,
  type InboundCall,
  type InboundEvent,
  InboundRefused,
  type InboundRequest,
} from "../adapter";
import { answerHandshake, openPush } from "./open-push";
import type { Fields } from "./read-fields";
import type { WechatSettings } from "./settings";

/** Within five seconds, or the platform sends it again and tells the customer that the account is out of service. */
const SUCCESS = { status: 200, contentType: "text/plain; charset=utf-8", body: "success" };

/** What a message says, by the platform's `MsgType`. A field that is not there is empty. */
export type Contents = Readonly<
  Record<string, (field: (name: string) => string) => { text?: string; attachments?: InboundAttachment[] }>
>;

/**
 * One call of the platform: the handshake or a push. The answer never carries the reply, which goes out through the
 * customer service interface. @throws InboundRefused
 */
export function readCall(
  request: InboundRequest,
  settings: WechatSettings,
  now: Date,
  contents: Contents,
): InboundCall {
  if (request.method === "GET") {
    return { events: [], answer: answerHandshake(request.query, settings, now) };
  }
  return { events: [readEvent(openPush(request, settings, now), contents)], answer: SUCCESS };
}

function readEvent(fields: Fields, contents: Contents): InboundEvent {
  const field = (name: string) => fields.get(name)?.trim() ?? "";
  const [id, type, seconds] = [field("FromUserName"), field("MsgType"), field("CreateTime")];
  if (!/^[\x21-\x7E]{1,128}$/.test(id) || type === "" || !/^\d{1,11}$/.test(seconds)) {
    throw new InboundRefused("malformed", "The push lacks FromUserName, MsgType or CreateTime.");
  }
  // The documentation's ids for dropping repeats; the event's name keeps apart what happens in one second.
  const byTime = `${id}:${seconds}`;
  if (type === "event") {
    const event = field("Event").slice(0, 100);
    return { is: "other", providerId: `${byTime}:${event}`, what: `event ${event}` };
  }
  const providerId = field("MsgId").slice(0, 100) || byTime;
  const content = Object.hasOwn(contents, type) ? contents[type]!(field) : null;
  if (!content) return { is: "other", providerId, what: `message ${type.slice(0, 100)}` };
  return {
    is: "message",
    providerId,
    from: { id },
    at: new Date(Number(seconds) * 1000),
    text: content.text || null,
    attachments: content.attachments ?? [],
  };
}
