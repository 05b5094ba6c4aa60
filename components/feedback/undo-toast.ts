import { toast } from "sonner";

export interface UndoToastInput {
  message: string;
  /** What was not done, and why. */
  description?: string;
  undoLabel: string;
  onUndo: () => void;
  durationMs?: number;
}

/**
 * For acts that can be taken back. Eight seconds, and it waits while it is pointed at. One at a time: taking back
 * an act that a later one has overtaken would undo something else.
 */
export function showUndoToast({
  message,
  description,
  undoLabel,
  onUndo,
  durationMs = 8_000,
}: UndoToastInput): void {
  toast(message, {
    id: "undo",
    // Said each time: a toast of the same id keeps what it is not told.
    description: description || null,
    duration: durationMs,
    action: { label: undoLabel, onClick: onUndo },
  });
}
