"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { useAction } from "@/components/forms/use-action";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { NativeSelect } from "@/components/ui/native-select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { ROLES, type Role } from "@/lib/core/permissions";
import type { MemberDto } from "@/lib/platform/members/schemas";
import { changeMemberRole, removeMember } from "../_actions";

interface MemberListProps {
  members: MemberDto[];
  ownId: string;
  canWrite: boolean;
}

export function MemberList({ members, ownId, canWrite }: MemberListProps) {
  const t = useTranslations("settings.members");
  const roles = useTranslations("navigation.roles");
  const common = useTranslations("common");
  const format = useFormatter();
  const [leaving, setLeaving] = useState<MemberDto | null>(null);
  const role = useAction(changeMemberRole);
  const removal = useAction(removeMember, { onSuccess: () => setLeaving(null) });
  return (
    <Card>
      <Table label={t("title")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("name")}</TableHead>
            <TableHead className="max-sm:hidden">{t("since")}</TableHead>
            <TableHead className="w-44">{t("role")}</TableHead>
            {canWrite ? (
              <TableHead className="w-24">
                <span className="sr-only">{common("actions")}</span>
              </TableHead>
            ) : null}
          </TableRow>
        </TableHeader>
        <TableBody>
          {members.map((member) => (
            <TableRow key={member.id}>
              <TableCell>
                <span className="flex items-center gap-2.5">
                  <Avatar name={member.name} />
                  <span className="min-w-0">
                    <span className="flex items-center gap-2 font-medium">
                      {member.name}
                      {member.id === ownId ? <Badge>{t("you")}</Badge> : null}
                    </span>
                    <span className="block truncate text-ink-3 text-xs">{member.email}</span>
                  </span>
                </span>
              </TableCell>
              <TableCell className="text-ink-2 max-sm:hidden">
                {format.dateTime(new Date(member.createdAt), { dateStyle: "medium" })}
              </TableCell>
              <TableCell>
                {canWrite ? (
                  <NativeSelect
                    aria-label={t("roleOf", { name: member.name })}
                    // The key brings back the stored role where the change was refused.
                    key={member.role}
                    defaultValue={member.role}
                    disabled={role.isPending}
                    onChange={(event) => role.run({ userId: member.id, role: event.target.value as Role })}
                  >
                    {ROLES.map((choice) => (
                      <option key={choice} value={choice}>
                        {roles(choice)}
                      </option>
                    ))}
                  </NativeSelect>
                ) : (
                  roles(member.role)
                )}
              </TableCell>
              {canWrite ? (
                <TableCell className="text-right">
                  <Button
                    variant="ghost"
                    size="sm"
                    aria-label={t("removeName", { name: member.name })}
                    onClick={() => setLeaving(member)}
                  >
                    {t("remove")}
                  </Button>
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(isOpen) => (isOpen ? null : setLeaving(null))}
        title={t("removeTitle", { name: leaving?.name ?? "" })}
        description={t("removeText")}
        labels={{ cancel: common("cancel"), confirm: t("removeName", { name: leaving?.name ?? "" }) }}
        pending={removal.isPending}
        onConfirm={() => leaving && removal.run({ userId: leaving.id })}
      />
    </Card>
  );
}
