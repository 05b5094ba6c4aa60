import { Badge } from "@/components/ui/badge";
import type { LabelDto } from "@/lib/service/labels/schemas";

/** Labels as they stand on a conversation; `most` of them, then how many more. */
export function LabelChips({ labels, most }: { labels: readonly LabelDto[]; most: number }) {
  const more = labels.length - most;
  return (
    <>
      {labels.slice(0, most).map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
      {more > 0 ? (
        <Badge
          title={labels
            .slice(most)
            .map(({ name }) => name)
            .join(", ")}
        >
          +{more}
        </Badge>
      ) : null}
    </>
  );
}

/** Set apart from other chips by its line: a label is the shop's own word. */
export function LabelChip({ label }: { label: Pick<LabelDto, "name" | "color"> }) {
  return (
    <Badge tone={label.color} data-label className="max-w-32 ring-1 ring-current/20 ring-inset">
      <span className="truncate">{label.name}</span>
    </Badge>
  );
}
