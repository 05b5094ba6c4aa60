import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ComplaintDto } from "@/lib/data/after-sales/schemas";

const severityTones: Record<ComplaintDto["severity"], BadgeTone> = {
  low: "neutral",
  normal: "neutral",
  high: "cinnabar",
};

const statusTones: Record<ComplaintDto["status"], BadgeTone> = {
  open: "amber",
  in_progress: "blue",
  closed: "jade",
};

export function SeverityBadge({ severity, label }: { severity: ComplaintDto["severity"]; label: string }) {
  return <Badge tone={severityTones[severity]}>{label}</Badge>;
}

export function ComplaintStatus({ status, label }: { status: ComplaintDto["status"]; label: string }) {
  return <Badge tone={statusTones[status]}>{label}</Badge>;
}
