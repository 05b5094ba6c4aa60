import type { Context } from "@/lib/core/context";
import { updateRunning } from "./import-state";
import type { RowCounts } from "./stage-rows";

const INTERVAL_MS = 500;
/** Reading the file takes about this share of the time, merging the rest. */
const READING_SHARE = 0.4;

export interface ImportProgress {
  /** 0 to 1. */
  share: number;
  phase: "reading" | "merging";
  rows: { read: number; accepted: number; rejected: number };
  /** Process id of the database session that does the work. */
  backendPid: number;
}

/**
 * Follows a run: writes its progress twice a second through another connection, because the run's own
 * transaction shows nothing before its end, and notices there when the import was cancelled.
 */
export class ProgressReporter {
  private readonly progress: ImportProgress;
  private timer: NodeJS.Timeout | undefined;
  private pending: Promise<void> = Promise.resolve();

  constructor(
    private readonly ctx: Context,
    private readonly importId: string,
    backendPid: number,
    private readonly onCancelled: () => void,
    private readonly onProgress: ((progress: ImportProgress) => void) | undefined,
  ) {
    this.progress = { share: 0, phase: "reading", rows: { read: 0, accepted: 0, rejected: 0 }, backendPid };
  }

  start(): void {
    this.timer = setTimeout(() => {
      this.pending = this.write().finally(() => {
        if (this.timer) this.start();
      });
    }, INTERVAL_MS);
  }

  /** Ends the writing and waits for the last one, so that none can meet the run's own final update. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.pending;
  }

  readBytes(read: number, total: number): void {
    this.progress.share = READING_SHARE * Math.min(1, read / Math.max(1, total));
  }

  countRows(counts: RowCounts): void {
    this.progress.rows = { read: counts.read, accepted: counts.accepted, rejected: counts.rejected };
    this.onProgress?.(this.progress);
  }

  merged(share: number): void {
    this.progress.phase = "merging";
    this.progress.share = READING_SHARE + (1 - READING_SHARE) * share;
    this.onProgress?.(this.progress);
  }

  private async write(): Promise<void> {
    const { rows, share } = this.progress;
    const isRunning = await updateRunning(this.ctx, this.importId, {
      progressPermille: Math.min(999, Math.round(share * 1000)),
      rowsRead: rows.read,
      rowsAccepted: rows.accepted,
      rowsRejected: rows.rejected,
    }).catch(() => true); // A missed report is made up for by the next one.
    if (!isRunning) this.onCancelled();
  }
}
