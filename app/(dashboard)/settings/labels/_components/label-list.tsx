"use client";

import Link from "next/link";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { NumberValue } from "@/components/format/number";
import { useAction } from "@/components/forms/use-action";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { CountedLabelDto } from "@/lib/service/labels/schemas";
import { deleteLabel, updateLabel } from "../_actions";
import { LabelDialog } from "./label-dialog";

export function LabelList({ labels, canManage }: { labels: CountedLabelDto[]; canManage: boolean }) {
  const t = useTranslations("inboxTools.labels");
  const common = useTranslations("common");
  const locale = useLocale();
  const [changing, setChanging] = useState<CountedLabelDto | null>(null);
  const [leaving, setLeaving] = useState<CountedLabelDto | null>(null);
  const update = useAction(updateLabel, { showsFields: true, onSuccess: () => setChanging(null) });
  const removal = useAction(deleteLabel, { onSuccess: () => setLeaving(null) });
  return (
    <>
      <Table label={t("title")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("name")}</TableHead>
            <TableHead className="w-32 text-right">{t("conversations")}</TableHead>
            {canManage ? (
              <TableHead className="w-36">
                <span className="sr-only">{common("actions")}</span>
              </TableHead>
            ) : null}
          </TableRow>
        </TableHeader>
        <TableBody>
          {labels.map((label) => (
            <TableRow key={label.id}>
              <TableCell>
                <Link
                  href={`/inbox?view=mine&label=${label.id}`}
                  className="rounded-sm underline-offset-4 hover:underline"
                >
                  <Badge tone={label.color}>{label.name}</Badge>
                </Link>
              </TableCell>
              <TableCell className="text-right">
                <NumberValue value={label.conversations} locale={locale} />
              </TableCell>
              {canManage ? (
                <TableCell className="whitespace-nowrap text-right">
                  <Button
                    variant="ghost"
                    size="sm"
                    aria-label={t("editName", { name: label.name })}
                    onClick={() => setChanging(label)}
                  >
                    {t("edit")}
                  </Button>
                  <Button
                    variant="ghost"
                    size="sm"
                    aria-label={t("deleteName", { name: label.name })}
                    onClick={() => setLeaving(label)}
                  >
                    {t("delete")}
                  </Button>
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <LabelDialog
        key={changing?.id}
        open={changing !== null}
        onOpenChange={(isOpen) => (isOpen ? null : setChanging(null))}
        title={t("editName", { name: changing?.name ?? "" })}
        {...(changing ? { label: changing } : {})}
        isPending={update.isPending}
        errors={update.fields}
        onSave={(change) => changing && update.run({ id: changing.id, ...change })}
      />
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(isOpen) => (isOpen ? null : setLeaving(null))}
        title={t("deleteTitle", { name: leaving?.name ?? "" })}
        description={t("deleteText", { count: leaving?.conversations ?? 0 })}
        labels={{ cancel: common("cancel"), confirm: t("delete") }}
        pending={removal.isPending}
        onConfirm={() => leaving && removal.run({ id: leaving.id })}
      />
    </>
  );
}
