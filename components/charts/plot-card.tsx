"use client";

import { ChartLine, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatInstant } from "@/lib/core/dates";

export interface PlotCardProps {
  title: string;
  description?: ReactNode;
  legend?: ReactNode;
  action?: ReactNode;
  /** `table` and `chart` name the two views; `asOf` goes before the time. */
  labels: { table: string; chart: string; asOf?: string };
  /** The instant up to which the figures are complete. */
  asOf?: { instant: string; locale: string; timeZone: string };
  /** Stands in the place of the time: what the figures rest on. */
  footnote?: ReactNode;
  /** The plot's height in px, where it does not give its own; the table twin scrolls within the same. */
  height?: number;
  /** The same figures in rows; left out where there is nothing to draw. */
  table?: ReactNode;
  /** The plot. */
  children: ReactNode;
}

/** A plot with its title and its table twin, one in the other's place. */
export function PlotCard(props: PlotCardProps) {
  const { title, description, legend, action, labels, asOf, footnote, height } = props;
  const [view, setView] = useState<"chart" | "table">("chart");
  const titleId = useId();
  const asTable = view === "table";
  return (
    <Card
      role="group"
      aria-labelledby={titleId}
      data-slot="chart-frame"
      className="flex flex-col px-4 pt-3 pb-2.5"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id={titleId} className="mr-auto font-semibold text-sm">
          {title}
        </h2>
        {legend}
        {action}
        {props.table ? (
          <Button
            variant="ghost"
            size="sm"
            className="-mr-2"
            onClick={() => setView(asTable ? "chart" : "table")}
          >
            {asTable ? (
              <ChartLine aria-hidden className="size-3.5" />
            ) : (
              <Table2 aria-hidden className="size-3.5" />
            )}
            {asTable ? labels.chart : labels.table}
          </Button>
        ) : null}
      </div>
      {description ? <p className="text-compact text-ink-3">{description}</p> : null}
      <div className="mt-2 min-w-0" style={height === undefined ? undefined : { height }}>
        {asTable ? props.table : props.children}
      </div>
      {asOf || footnote ? (
        <p className="mt-1.5 text-ink-3 text-micro">
          {footnote}
          {asOf ? (
            <>
              {labels.asOf}{" "}
              <time dateTime={asOf.instant}>
                {formatInstant(asOf.instant, {
                  locale: asOf.locale,
                  timeZone: asOf.timeZone,
                  style: "dateTime",
                })}
              </time>{" "}
              · {asOf.timeZone}
            </>
          ) : null}
        </p>
      ) : null}
    </Card>
  );
}
