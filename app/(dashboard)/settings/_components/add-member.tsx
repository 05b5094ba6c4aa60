"use client";

import { UserPlus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { CopyField } from "@/components/forms/copy-field";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { ROLES, type Role } from "@/lib/core/permissions";
import type { AddedMemberDto } from "@/lib/platform/members/schemas";
import { addMember } from "../_actions";

export function AddMember() {
  const t = useTranslations("settings.members");
  const [isOpen, setOpen] = useState(false);
  const [added, setAdded] = useState<AddedMemberDto | null>(null);
  const close = () => {
    setOpen(false);
    setAdded(null);
  };
  return (
    <div className="flex justify-end">
      <Button onClick={() => setOpen(true)}>
        <UserPlus aria-hidden />
        {t("add")}
      </Button>
      <Dialog open={isOpen} onOpenChange={(open) => (open ? setOpen(true) : close())}>
        <DialogContent className="max-w-md">
          {added ? (
            <MemberAdded member={added} onDone={close} />
          ) : (
            <MemberForm onAdded={setAdded} onCancel={close} />
          )}
        </DialogContent>
      </Dialog>
    </div>
  );
}

function MemberForm({
  onAdded,
  onCancel,
}: {
  onAdded: (member: AddedMemberDto) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("settings.members");
  const roles = useTranslations("navigation.roles");
  const roleHints = useTranslations("settings.members.roleHints");
  const common = useTranslations("common");
  const [role, setRole] = useState<Role>("agent");
  const { run, isPending, fields } = useAction(addMember, { showsFields: true, onSuccess: onAdded });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    run({ email: String(form.get("email")), name: String(form.get("name")), role });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <DialogHeader>
        <DialogTitle>{t("add")}</DialogTitle>
        <DialogDescription>{t("addText")}</DialogDescription>
      </DialogHeader>
      <Field label={t("name")} error={fields.name} required>
        <Input name="name" autoComplete="off" />
      </Field>
      <Field label={t("email")} error={fields.email} required>
        <Input name="email" type="email" autoComplete="off" />
      </Field>
      <Field label={t("role")} hint={roleHints(role)}>
        <NativeSelect value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {ROLES.map((choice) => (
            <option key={choice} value={choice}>
              {roles(choice)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <DialogFooter>
        <Button variant="outline" onClick={onCancel}>
          {common("cancel")}
        </Button>
        <Button type="submit" loading={isPending}>
          {t("add")}
        </Button>
      </DialogFooter>
    </form>
  );
}

function MemberAdded({ member, onDone }: { member: AddedMemberDto; onDone: () => void }) {
  const t = useTranslations("settings.members");
  const common = useTranslations("common");
  return (
    <div className="grid gap-4">
      <DialogHeader>
        <DialogTitle>{t("addedTitle", { name: member.name })}</DialogTitle>
        <DialogDescription>{member.temporaryPassword ? t("addedNew") : t("addedKnown")}</DialogDescription>
      </DialogHeader>
      {member.temporaryPassword ? (
        <CopyField value={member.temporaryPassword} label={t("temporaryPassword")} />
      ) : null}
      <DialogFooter>
        <Button onClick={onDone}>{common("close")}</Button>
      </DialogFooter>
    </div>
  );
}
