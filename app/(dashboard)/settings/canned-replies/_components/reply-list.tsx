"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { NumberValue } from "@/components/format/number";
import { useAction } from "@/components/forms/use-action";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { type CannedReplyDto, REPLY_LANGUAGES } from "@/lib/service/canned-replies/schemas";
import { deleteReply, updateReply } from "../_actions";
import { languageName } from "./language-name";
import { ReplyDialog } from "./reply-dialog";

export function ReplyList({ replies, canWriteShops }: { replies: CannedReplyDto[]; canWriteShops: boolean }) {
  const t = useTranslations("inboxTools.replies");
  const common = useTranslations("common");
  const locale = useLocale();
  const [changing, setChanging] = useState<CannedReplyDto | null>(null);
  const [leaving, setLeaving] = useState<CannedReplyDto | null>(null);
  const update = useAction(updateReply, { showsFields: true, onSuccess: () => setChanging(null) });
  const removal = useAction(deleteReply, { onSuccess: () => setLeaving(null) });
  return (
    <>
      <Table label={t("title")}>
        <TableHeader>
          <TableRow>
            <TableHead className="w-44">{t("name")}</TableHead>
            <TableHead className="max-sm:hidden">{t("text")}</TableHead>
            <TableHead className="w-28 max-md:hidden">{t("languages")}</TableHead>
            <TableHead className="w-24 max-md:hidden">{t("scope")}</TableHead>
            <TableHead className="w-20 text-right">{t("used")}</TableHead>
            <TableHead className="w-36">
              <span className="sr-only">{common("actions")}</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {replies.map((reply) => {
            const canWrite = reply.isPersonal || canWriteShops;
            const language = shownLanguage(reply, locale);
            return (
              <TableRow key={reply.id}>
                <TableCell>
                  <code className="break-all font-mono text-xs">/{reply.name}</code>
                  <span lang={language} className="line-clamp-2 text-ink-3 text-xs sm:hidden">
                    {reply.texts[language]}
                  </span>
                </TableCell>
                <TableCell className="max-w-0 max-sm:hidden">
                  <span lang={language} className="block truncate text-ink-2">
                    {reply.texts[language]}
                  </span>
                </TableCell>
                <TableCell className="max-md:hidden">
                  <span className="flex gap-1">
                    {REPLY_LANGUAGES.filter((each) => reply.texts[each]).map((each) => (
                      <Badge key={each} title={languageName(each, locale)}>
                        {each.toUpperCase()}
                      </Badge>
                    ))}
                  </span>
                </TableCell>
                <TableCell className="text-ink-2 max-md:hidden">
                  {reply.isPersonal ? t("scopes.own") : t("scopes.shop")}
                </TableCell>
                <TableCell className="text-right">
                  <NumberValue value={reply.timesUsed} locale={locale} />
                </TableCell>
                <TableCell className="whitespace-nowrap text-right">
                  {canWrite ? (
                    <>
                      <Button
                        variant="ghost"
                        size="sm"
                        aria-label={t("editName", { name: reply.name })}
                        onClick={() => setChanging(reply)}
                      >
                        {t("edit")}
                      </Button>
                      <Button
                        variant="ghost"
                        size="sm"
                        aria-label={t("deleteName", { name: reply.name })}
                        onClick={() => setLeaving(reply)}
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
      <ReplyDialog
        key={changing?.id}
        open={changing !== null}
        onOpenChange={(isOpen) => (isOpen ? null : setChanging(null))}
        title={t("editName", { name: changing?.name ?? "" })}
        {...(changing ? { reply: changing } : {})}
        canChooseScope={false}
        isPending={update.isPending}
        errors={update.fields}
        onSave={({ name, texts }) => changing && update.run({ id: changing.id, name, texts })}
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

/** The reader's own language where the reply has it. */
function shownLanguage({ texts }: CannedReplyDto, locale: string) {
  return (
    REPLY_LANGUAGES.find((each) => locale.startsWith(each) && texts[each]) ??
    REPLY_LANGUAGES.find((each) => texts[each]) ??
    "en"
  );
}
