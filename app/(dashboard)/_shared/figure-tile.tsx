import type { ReactNode } from "react";
import { Sparkline } from "@/components/charts/sparkline";
import { Card } from "@/components/ui/card";

interface FigureTileProps {
  name: string;
  label: string;
  value: string;
  /** What the figure rests on: an interval, a number of messages. */
  note?: string;
  /** What it was before and how far it has moved. */
  compared: ReactNode;
  series?: (number | null)[];
}

export function FigureTile({ name, label, value, note, compared, series }: FigureTileProps) {
  return (
    <Card className="px-4 py-3.5">
      <dt className="text-compact text-ink-3">{label}</dt>
      <dd>
        <div className="flex items-center justify-between gap-3">
          <span className="whitespace-nowrap text-figure" data-figure={name}>
            {value}
          </span>
          {series ? <Sparkline values={series} width={64} /> : null}
        </div>
        {note ? <p className="text-ink-2 text-xs">{note}</p> : null}
        <p className="min-h-4 text-ink-3 text-xs">{compared}</p>
      </dd>
    </Card>
  );
}
