"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { useAction } from "@/components/forms/use-action";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ApiKeyDto } from "@/lib/platform/api-keys/schemas";
import { revokeApiKey } from "../_actions";

export function ApiKeyList({ keys, canWrite }: { keys: ApiKeyDto[]; canWrite: boolean }) {
  const t = useTranslations("settings.apiKeys");
  const common = useTranslations("common");
  const format = useFormatter();
  const [ending, setEnding] = useState<ApiKeyDto | null>(null);
  const { run, isPending } = useAction(revokeApiKey, { onSuccess: () => setEnding(null) });
  const date = (instant: string) =>
    format.dateTime(new Date(instant), { dateStyle: "medium", timeStyle: "short" });
  return (
    <Card>
      <Table label={t("title")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("name")}</TableHead>
            <TableHead className="max-md:hidden">{t("scopes")}</TableHead>
            <TableHead className="max-lg:hidden">{t("created")}</TableHead>
            <TableHead className="max-sm:hidden">{t("lastUsed")}</TableHead>
            <TableHead className="w-24">
              <span className="sr-only">{common("actions")}</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {keys.map((key) => (
            <TableRow key={key.id}>
              <TableCell>
                <span className="block font-medium">{key.name}</span>
                <code className="font-mono text-ink-3 text-xs">{key.prefix}…</code>
              </TableCell>
              <TableCell className="max-md:hidden">
                <span title={key.scopes.join(", ")}>{t("scopeCount", { count: key.scopes.length })}</span>
              </TableCell>
              <TableCell className="text-ink-2 max-lg:hidden">{date(key.createdAt)}</TableCell>
              <TableCell className="text-ink-2 max-sm:hidden">
                {key.lastUsedAt ? date(key.lastUsedAt) : t("never")}
              </TableCell>
              <TableCell className="text-right">
                {key.revokedAt ? (
                  <Badge tone="cinnabar">{t("revoked")}</Badge>
                ) : canWrite ? (
                  <Button
                    variant="ghost"
                    size="sm"
                    aria-label={t("revokeName", { name: key.name })}
                    onClick={() => setEnding(key)}
                  >
                    {t("revoke")}
                  </Button>
                ) : null}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <ConfirmDialog
        open={ending !== null}
        onOpenChange={(isOpen) => (isOpen ? null : setEnding(null))}
        title={t("revokeTitle", { name: ending?.name ?? "" })}
        description={t("revokeText")}
        labels={{ cancel: common("cancel"), confirm: t("revokeName", { name: ending?.name ?? "" }) }}
        pending={isPending}
        onConfirm={() => ending && run({ id: ending.id })}
      />
    </Card>
  );
}
