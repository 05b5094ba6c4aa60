import { toast } from "sonner";

export interface UndoToastInput {
  message: string;
  undoLabel: string;
  onUndo: () => void;
  durationMs?: number;
}

/**
 * For acts that can be taken back. Eight seconds, and it waits while it is pointed at. One at a time: taking back
 * an act that a later one has overtaken would undo something else.
 */
export function showUndoToast({ message, undoLabel, onUndo, durationMs = 8_000 }: UndoToastInput): void {
  toast(message, { id: "undo", duration: durationMs, action: { label: undoLabel, onClick: onUndo } });
}
