import type { QueueName } from "@/lib/core/queues";
import { runImportJob } from "@/lib/data/imports/jobs";
import type { Job } from "@/lib/platform/jobs/define-job";
import { purgeExpiredJob } from "@/lib/platform/jobs/purge-expired";
import {
  assignWaitingJob,
  indexConversationsJob,
  keepAttachmentsJob,
  prepareVideoJob,
  receiveChannelCallJob,
  refreshDeadlinesJob,
  reopenSnoozedJob,
  sendDeliveriesJob,
  sendScheduledJob,
  settleRepliesJob,
  sweepChannelsJob,
  watchDeadlinesJob,
  watchRestockJob,
} from "@/lib/service/conversations/jobs";
import { trainHeadJob, watchUnderstandingJob } from "@/lib/service/understanding/jobs";

/** Every job that the worker runs; a queue without one would collect work that nobody does. */
export const JOBS: readonly Job[] = [
  runImportJob,
  reopenSnoozedJob,
  purgeExpiredJob,
  trainHeadJob,
  watchUnderstandingJob,
  watchRestockJob,
  watchDeadlinesJob,
  refreshDeadlinesJob,
  assignWaitingJob,
  sendScheduledJob,
  receiveChannelCallJob,
  sendDeliveriesJob,
  sweepChannelsJob,
  indexConversationsJob,
  keepAttachmentsJob,
  prepareVideoJob,
  settleRepliesJob,
];

/** Work that comes round by itself (cron, UTC). */
export const SCHEDULES: readonly { name: QueueName; cron: string }[] = [
  { name: "reopen-snoozed", cron: "* * * * *" },
  { name: "watch-deadlines", cron: "* * * * *" },
  { name: "send-scheduled", cron: "* * * * *" },
  { name: "settle-replies", cron: "* * * * *" },
  { name: "sweep-channels", cron: "* * * * *" },
  { name: "purge-expired", cron: "7 * * * *" },
  { name: "index-conversations", cron: "* * * * *" },
  { name: "watch-restock", cron: "*/5 * * * *" },
  { name: "watch-understanding", cron: "23 5 * * *" },
];
