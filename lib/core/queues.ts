/** Every background queue. The migration creates them with the owner's rights; the worker has none to do so. */
export const QUEUE_NAMES = [
  "run-import",
  "reopen-snoozed",
  "purge-expired",
  "train-head",
  "watch-understanding",
  "watch-restock",
  "watch-deadlines",
  "refresh-deadlines",
  "assign-waiting",
  "send-scheduled",
  "receive-channel-call",
  "send-deliveries",
  "sweep-channels",
  "index-conversations",
  "keep-attachments",
  "prepare-video",
  "settle-replies",
] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
