import { StatusDot } from "@/components/feedback/status-dot";
import type { BadgeTone } from "@/components/ui/badge";
import type { ImportDto } from "@/lib/data/imports/schemas";

const tones: Record<ImportDto["status"], BadgeTone> = {
  queued: "neutral",
  running: "blue",
  succeeded: "jade",
  failed: "cinnabar",
  cancelled: "neutral",
};

export function ImportStatus({ status, label }: { status: ImportDto["status"]; label: string }) {
  return (
    <StatusDot tone={tones[status]} live={status === "running"}>
      {label}
    </StatusDot>
  );
}

/** Whether anything can still change by itself. */
export function isUnderWay({ status }: Pick<ImportDto, "status">): boolean {
  return status === "queued" || status === "running";
}
