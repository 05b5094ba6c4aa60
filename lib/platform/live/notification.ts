import type { LiveEvent, NumberedEvent } from "./publish-live";

const UUID_LENGTH = 36;

/** What one notification of the database says. */
export type Notification = { merchantId: string } & (
  | { is: "events"; events: NumberedEvent[] }
  /** They are in the table. */
  | { is: "ids"; ids: number[] }
);

/** Reads `merchant:{event}` (kept nowhere), `merchant:ids:[events]`, or `merchant:ids`. */
export function readNotification(text: string): Notification {
  const merchantId = text.slice(0, UUID_LENGTH);
  const body = text.slice(UUID_LENGTH + 1);
  if (body.startsWith("{"))
    return { merchantId, is: "events", events: [{ ...(JSON.parse(body) as LiveEvent), id: null }] };
  const colon = body.indexOf(":");
  const ids = (colon < 0 ? body : body.slice(0, colon)).split(",").map(Number);
  if (colon < 0) return { merchantId, is: "ids", ids };
  const events = JSON.parse(body.slice(colon + 1)) as LiveEvent[];
  return { merchantId, is: "events", events: events.map((event, at) => ({ ...event, id: ids[at]! })) };
}
