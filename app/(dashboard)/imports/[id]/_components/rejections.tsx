"use client";

import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Card, CardAction, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Locale } from "@/lib/core/context";
import { useReason } from "../../_components/use-reason";
import type { ShownRejection } from "./read-first-rejections";

interface RejectionsProps {
  rejections: ShownRejection[];
  total: number;
  url: string;
  locale: Locale;
}

/** The first rows that were set aside, each with its reason; all of them as a file to mend and send again. */
export function Rejections({ rejections, total, url, locale }: RejectionsProps) {
  const t = useTranslations("imports");
  const reasonOf = useReason();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("rejections.title")}</CardTitle>
        <CardDescription>
          {t("rejections.description", { shown: Math.min(rejections.length, total), total })}
        </CardDescription>
        <CardAction>
          <Button asChild variant="outline">
            <a href={url} download>
              <Download aria-hidden />
              {t("rejections.download")}
            </a>
          </Button>
        </CardAction>
      </CardHeader>
      {rejections.length > 0 ? (
        <Table label={t("rejections.title")}>
          <TableHeader>
            <TableRow>
              <TableHead className="w-16 pl-4 text-right">{t("rejections.row")}</TableHead>
              <TableHead>{t("rejections.reason")}</TableHead>
              <TableHead className="pr-4">{t("rejections.cells")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {rejections.map((rejection) => (
              <TableRow key={rejection.rowNumber}>
                <TableCell className="pl-4 text-right text-ink-3">
                  {new Intl.NumberFormat(locale).format(Number(rejection.rowNumber))}
                </TableCell>
                <TableCell className="min-w-48">{reasonOf(rejection)}</TableCell>
                <TableCell className="min-w-72 pr-4 text-ink-3">
                  {rejection.cells.map(({ column, value }) => (
                    <span key={column} className="mr-3 inline-block max-w-72 truncate align-bottom">
                      {column} <span className="text-ink-2">{value}</span>
                    </span>
                  ))}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : null}
    </Card>
  );
}
