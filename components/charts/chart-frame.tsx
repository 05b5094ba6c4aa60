"use client";

import { ChartLine, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatInstant } from "@/lib/core/dates";
import {
  type ChartFormat,
  type ChartPoint,
  type ChartSeries,
  formatChartValue,
  formatChartX,
} from "./chart-format";
import { ChartLegend } from "./chart-legend";

export interface ChartFrameProps {
  title: string;
  description?: ReactNode;
  /** The plot's own data, so that the table twin can never say something else. */
  data: ChartPoint[];
  series: ChartSeries[];
  format: ChartFormat;
  locale: string;
  timeZone: string;
  /** The instant up to which the figures are complete. */
  asOf: string;
  /** `table` and `chart` name the two views; `x` heads the table's first column; `asOf` goes before the time. */
  labels: { table: string; chart: string; x: string; asOf: string };
  shape?: "line" | "bar";
  /** The plot's height in px; the table twin scrolls within the same. */
  height?: number;
  action?: ReactNode;
  children: ReactNode;
}

export function ChartFrame(props: ChartFrameProps) {
  const { title, description, data, series, format, locale, timeZone, asOf, labels, height = 240 } = props;
  const [view, setView] = useState<"chart" | "table">("chart");
  const titleId = useId();
  const asTable = view === "table";
  const when = formatInstant(asOf, { locale, timeZone, style: "dateTime" });
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
        {series.length > 1 || props.action ? <ChartLegend series={series} shape={props.shape} /> : null}
        {props.action}
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
      </div>
      {description ? <p className="text-compact text-ink-3">{description}</p> : null}
      <div className="mt-2 min-w-0" style={{ height }}>
        {asTable ? (
          <Table label={title} scrollClassName="h-full">
            <TableHeader>
              <TableRow>
                <TableHead>{labels.x}</TableHead>
                {series.map(({ key, label }) => (
                  <TableHead key={key} className="text-right">
                    {label}
                  </TableHead>
                ))}
              </TableRow>
            </TableHeader>
            <TableBody>
              {data.map((point) => (
                <TableRow key={point.x}>
                  <TableHead scope="row" className="font-normal text-compact text-ink">
                    {formatChartX(point.x, locale, timeZone, "full")}
                  </TableHead>
                  {series.map(({ key }) => (
                    <TableCell key={key} className="whitespace-nowrap text-right">
                      {formatChartValue(point[key], format, locale)}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : (
          props.children
        )}
      </div>
      <p className="mt-1.5 text-ink-3 text-micro">
        {labels.asOf} <time dateTime={asOf}>{when}</time> · {timeZone}
      </p>
    </Card>
  );
}
