"use client";

import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatInstant } from "@/lib/core/dates";
import { type LanguageModelDto, MODEL_FAILURES, MODEL_TASKS } from "@/lib/platform/llm/schemas";

const TASKS = [...MODEL_TASKS, "test"] as const;

/** The latest failures, the newest first, in the reader's words where they are known. */
export function FailureTable({ errors }: { errors: LanguageModelDto["recentErrors"] }) {
  const t = useTranslations("languageModel");
  const [locale, timeZone] = [useLocale(), useTimeZone() ?? "UTC"];
  const wordOf = (code: string, reason: string) => {
    const known = MODEL_FAILURES.find((failure) => failure === code);
    return known ? t(`failure.${known}`) : reason;
  };
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold text-sm">{t("errors.title")}</h2>
      <Table label={t("errors.title")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("errors.when")}</TableHead>
            <TableHead>{t("errors.task")}</TableHead>
            <TableHead>{t("errors.reason")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {errors.map(({ at, task, code, reason }) => {
            const known = TASKS.find((each) => each === task);
            return (
              <TableRow key={`${at}-${task}`}>
                <TableCell className="whitespace-nowrap tabular-nums">
                  {formatInstant(at, { locale, timeZone, style: "dateTime" })}
                </TableCell>
                <TableCell>{known ? t(`task.${known}`) : task}</TableCell>
                <TableCell className="whitespace-normal">{wordOf(code, reason)}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </section>
  );
}
