"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { formatPercent } from "@/components/format/format-number";
import { Money } from "@/components/format/money";
import { NumberValue } from "@/components/format/number";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableRow } from "@/components/ui/table";
import type { Locale } from "@/lib/core/context";
import type { ImportDto } from "@/lib/data/imports/schemas";

/** What was read, what came of it, and what it was worth: the three must add up before anyone trusts an import. */
export function ImportSummary({ item, locale }: { item: ImportDto; locale: Locale }) {
  const t = useTranslations("imports");
  const { read, accepted, rejected } = item.rows;
  const number = (value: number) => <NumberValue value={value} locale={locale} />;
  const share = (value: number) => (read > 0 ? formatPercent(value / read, locale) : "");
  const figures: { key: "read" | "accepted" | "rejected"; value: number; note: ReactNode }[] = [
    { key: "read", value: read, note: t("summary.ofFile") },
    { key: "accepted", value: accepted, note: share(accepted) },
    { key: "rejected", value: rejected, note: rejected > 0 ? share(rejected) : t("summary.noneRejected") },
  ];
  const rows: [label: string, value: ReactNode][] = [
    [t("summary.created"), number(item.records.created)],
    [t("summary.updated"), number(item.records.updated)],
    [t("summary.unchanged"), number(item.records.unchanged)],
    ...(item.acceptedAmount
      ? [
          [t("summary.acceptedAmount"), <Money key="in" {...item.acceptedAmount} locale={locale} />] as [
            string,
            ReactNode,
          ],
        ]
      : []),
    ...(item.rejectedAmount
      ? [
          [t("summary.rejectedAmount"), <Money key="out" {...item.rejectedAmount} locale={locale} />] as [
            string,
            ReactNode,
          ],
        ]
      : []),
  ];
  return (
    <>
      <dl className="grid grid-cols-3 gap-3.5">
        {figures.map(({ key, value, note }) => (
          <Card key={key} className="px-4 py-3.5">
            <dt className="text-compact text-ink-3">{t(`summary.${key}`)}</dt>
            <dd data-testid={`rows-${key}`} className="text-figure">
              {number(value)}
            </dd>
            <dd className="text-ink-3 text-xs">{note}</dd>
          </Card>
        ))}
      </dl>
      {item.status === "succeeded" ? (
        <Card>
          <CardHeader>
            <CardTitle>{t(`summary.records.${item.kind}`)}</CardTitle>
          </CardHeader>
          <CardContent className="px-1.5 pb-1">
            <Table label={t(`summary.records.${item.kind}`)}>
              <TableBody>
                {rows.map(([label, value]) => (
                  <TableRow key={label}>
                    <TableHead scope="row" className="border-b font-normal text-compact">
                      {label}
                    </TableHead>
                    <TableCell className="text-right">{value}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </CardContent>
        </Card>
      ) : null}
    </>
  );
}
