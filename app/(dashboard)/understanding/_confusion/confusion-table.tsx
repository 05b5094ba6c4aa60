"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { listConfusions } from "./confusion-matrix";

interface ConfusionTableProps {
  confusions: ReturnType<typeof listConfusions>;
  nameOf: (intent: string) => string;
}

/** The matrix in rows: every confusion, the most frequent first. */
export function ConfusionTable({ confusions, nameOf }: ConfusionTableProps) {
  const t = useTranslations("understanding.confusion");
  const format = useFormatter();
  return (
    <Table label={t("title")} scrollClassName="max-h-[420px]">
      <TableHeader>
        <TableRow>
          <TableHead>{t("asked")}</TableHead>
          <TableHead>{t("read")}</TableHead>
          <TableHead className="text-right">{t("count")}</TableHead>
          <TableHead className="text-right" title={t("shareHint")}>
            {t("share")}
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {confusions.length === 0 ? (
          <TableRow>
            <TableCell colSpan={4}>{t("topNone")}</TableCell>
          </TableRow>
        ) : null}
        {confusions.map(({ actual, predicted, count, share }) => (
          <TableRow key={`${actual} ${predicted}`}>
            <TableCell>{nameOf(actual)}</TableCell>
            <TableCell>{nameOf(predicted)}</TableCell>
            <TableCell className="text-right">{format.number(count)}</TableCell>
            <TableCell className="text-right">
              {format.number(share, { style: "percent", maximumFractionDigits: 1 })}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
