import "server-only";

export { liveHub, type NumberedEvent } from "./live-hub";
export { type LiveAudience, type LiveEvent, publishLive, publishTyping } from "./publish-live";
export { readEventsAfter, readLivePosition } from "./read-events";
