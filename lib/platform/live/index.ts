import "server-only";

export { liveHub } from "./live-hub";
export {
  type LiveAudience,
  type LiveEvent,
  type NumberedEvent,
  publishLive,
  publishPresence,
  publishPreview,
  publishTyping,
} from "./publish-live";
export { readEventsAfter, readLivePosition } from "./read-events";
