"use client";

import type { ReactNode } from "react";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import {
  type ChartFormat,
  type ChartPoint,
  type ChartSeries,
  formatChartValue,
  formatChartX,
} from "./chart-format";
import { ChartLegend } from "./chart-legend";
import { PlotCard } from "./plot-card";

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

/** The frame of a plot of one or two series. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, description, data, series, format, locale, timeZone, asOf, labels, height = 240 } = props;
  return (
    <PlotCard
      title={title}
      description={description}
      legend={
        series.length > 1 || props.action ? <ChartLegend series={series} shape={props.shape} /> : undefined
      }
      action={props.action}
      labels={labels}
      asOf={{ instant: asOf, locale, timeZone }}
      height={height}
      table={
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
      }
    >
      {props.children}
    </PlotCard>
  );
}
