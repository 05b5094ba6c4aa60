"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { NumberValue } from "@/components/format/number";
import { useAction } from "@/components/forms/use-action";
import { useStepWords } from "@/components/macros/use-step-words";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { MacroDto } from "@/lib/service/macros/schemas";
import { deleteMacro, updateMacro } from "../_actions";
import type { Choices } from "./choices";
import { MacroDialog } from "./macro-dialog";

interface MacroListProps {
  macros: MacroDto[];
  canWriteShops: boolean;
  choices: Choices;
}

export function MacroList({ macros, canWriteShops, choices }: MacroListProps) {
  const t = useTranslations("deskActs.macros");
  const common = useTranslations("common");
  const locale = useLocale();
  const { sentence } = useStepWords(choices.labels, choices.members);
  const [changing, setChanging] = useState<MacroDto | null>(null);
  const [leaving, setLeaving] = useState<MacroDto | null>(null);
  const update = useAction(updateMacro, { showsFields: true, onSuccess: () => setChanging(null) });
  const removal = useAction(deleteMacro, { onSuccess: () => setLeaving(null) });
  return (
    <>
      <Table label={t("title")}>
        <TableHeader>
          <TableRow>
            <TableHead className="w-52">{t("name")}</TableHead>
            <TableHead className="max-sm:hidden">{t("does")}</TableHead>
            <TableHead className="w-24 max-md:hidden">{t("scope")}</TableHead>
            <TableHead className="w-20 text-right max-sm:hidden">{t("used")}</TableHead>
            <TableHead className="w-36">
              <span className="sr-only">{common("actions")}</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {macros.map((macro) => {
            const does = macro.steps.map((step) => sentence(step)).join(" · ");
            return (
              <TableRow key={macro.id}>
                <TableCell>
                  <span className="font-medium">{macro.name}</span>
                  <span className="line-clamp-2 text-ink-3 text-xs sm:hidden">{does}</span>
                </TableCell>
                <TableCell className="max-w-0 max-sm:hidden">
                  <span className="block truncate text-ink-2" title={does}>
                    {does}
                  </span>
                </TableCell>
                <TableCell className="text-ink-2 max-md:hidden">
                  {macro.isPersonal ? t("scopes.own") : t("scopes.shop")}
                </TableCell>
                <TableCell className="text-right max-sm:hidden">
                  <NumberValue value={macro.timesUsed} locale={locale} />
                </TableCell>
                <TableCell className="whitespace-nowrap text-right">
                  {macro.isPersonal || canWriteShops ? (
                    <>
                      <Button
                        variant="ghost"
                        size="sm"
                        aria-label={t("editName", { name: macro.name })}
                        onClick={() => setChanging(macro)}
                      >
                        {t("edit")}
                      </Button>
                      <Button
                        variant="ghost"
                        size="sm"
                        aria-label={t("deleteName", { name: macro.name })}
                        onClick={() => setLeaving(macro)}
                      >
                        {t("delete")}
                      </Button>
                    </>
                  ) : null}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
      <MacroDialog
        key={changing?.id}
        open={changing !== null}
        onOpenChange={(isOpen) => (isOpen ? null : setChanging(null))}
        title={t("editName", { name: changing?.name ?? "" })}
        {...(changing ? { macro: changing } : {})}
        canChooseScope={false}
        choices={choices}
        isPending={update.isPending}
        errors={update.fields}
        onSave={({ name, steps }) => changing && update.run({ id: changing.id, name, steps })}
      />
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(isOpen) => (isOpen ? null : setLeaving(null))}
        title={t("deleteTitle", { name: leaving?.name ?? "" })}
        description={t("deleteText")}
        labels={{ cancel: common("cancel"), confirm: t("delete") }}
        pending={removal.isPending}
        onConfirm={() => leaving && removal.run({ id: leaving.id })}
      />
    </>
  );
}
