"use client";

import { TriangleAlert } from "lucide-react";
import { Fragment } from "react";
import { useTranslations } from "use-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ImportPreviewDto } from "@/lib/data/imports/schemas";
import { useReason } from "../../_components/use-reason";
import type { ColumnMap, KindFacts } from "./types";
import { useFieldName } from "./use-field-name";

interface PreviewRowsProps {
  facts: KindFacts;
  preview: ImportPreviewDto;
  map: ColumnMap;
}

/** The first rows as the file holds them, under what they become; rows that would be set aside say why. */
export function PreviewRows({ facts, preview, map }: PreviewRowsProps) {
  const t = useTranslations("imports");
  const nameOf = useFieldName(facts.kind);
  const reasonOf = useReason();
  const fieldsOf = (column: string) =>
    Object.entries(map.columns)
      .filter(([, columns]) => [columns].flat().includes(column))
      .map(([field]) => nameOf(field));
  const bad = preview.rows.filter(({ problem }) => problem).length;
  return (
    <div>
      <div className="mt-4 mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold text-compact">{t("preview.title", { count: preview.rows.length })}</h3>
        <p role="status" className="text-compact text-ink-3">
          {preview.problems.length > 0 ? "" : t("preview.bad", { bad, count: preview.rows.length })}
        </p>
      </div>
      <div className="overflow-clip rounded-md border">
        <Table label={t("preview.title", { count: preview.rows.length })} scrollClassName="max-h-80">
          <TableHeader>
            <TableRow>
              <TableHead>
                <span className="sr-only">{t("preview.row")}</span>
              </TableHead>
              {preview.columns.map((column, index) => {
                const fields = fieldsOf(column);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                  <TableHead key={index} className="py-1.5 align-top">
                    <span className="block text-ink">{column}</span>
                    <span className={fields.length > 0 ? "block text-blue-ink" : "block"}>
                      {fields.join(", ") || t("preview.ignored")}
                    </span>
                  </TableHead>
                );
              })}
            </TableRow>
          </TableHeader>
          <TableBody>
            {preview.rows.map(({ rowNumber, values, problem }) => (
              <Fragment key={rowNumber}>
                <TableRow className={problem ? "bg-amber-wash [&>*]:border-b-0" : undefined}>
                  <TableCell className="text-right text-ink-3 text-xs">{rowNumber}</TableCell>
                  {values.map((value, index) => (
                    <TableCell
                      // biome-ignore lint/suspicious/noArrayIndexKey: cells have their place alone
                      key={index}
                      className="max-w-64 truncate whitespace-nowrap"
                    >
                      {value}
                    </TableCell>
                  ))}
                </TableRow>
                {problem ? (
                  <TableRow className="bg-amber-wash">
                    <TableCell />
                    <TableCell
                      colSpan={Math.max(values.length, preview.columns.length)}
                      className="h-auto pt-0 text-amber-ink"
                    >
                      <span className="inline-flex items-center gap-1.5">
                        <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
                        {t("preview.setAside")} {reasonOf(problem)}
                      </span>
                    </TableCell>
                  </TableRow>
                ) : null}
              </Fragment>
            ))}
          </TableBody>
        </Table>
      </div>
    </div>
  );
}
