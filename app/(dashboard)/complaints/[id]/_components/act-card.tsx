"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { COMPLAINT_SEVERITIES, type ComplaintDto } from "@/lib/data/after-sales/schemas";
import { changeComplaint } from "../../_actions";

interface ActCardProps {
  complaint: Pick<ComplaintDto, "id" | "status" | "severity" | "ownerName" | "resolution">;
  canChange: boolean;
}

/** Where a complaint stands, and what can be done with it; each of the acts can be taken back by another. */
export function ActCard({ complaint, canChange }: ActCardProps) {
  const t = useTranslations("complaints");
  const { id, status, severity, ownerName } = complaint;
  const [isClosing, setClosing] = useState(false);
  const take = useAction(changeComplaint, { onSuccess: () => toast.success(t("act.taken")) });
  const putBack = useAction(changeComplaint, { onSuccess: () => toast.success(t("act.wasPutBack")) });
  const reopen = useAction(changeComplaint, { onSuccess: () => toast.success(t("act.reopened")) });
  const weigh = useAction(changeComplaint, { onSuccess: () => toast.success(t("act.changed")) });
  const where = {
    open: t("act.new"),
    in_progress: t("act.mine", { owner: ownerName ?? t("nobody") }),
    closed: t("act.closed"),
  }[status];
  return (
    <Card className={status === "closed" ? undefined : "border-amber/40"}>
      <CardHeader>
        <CardTitle>{t("act.title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3">
        <p className="text-compact text-ink-2">{where}</p>
        {canChange ? (
          <div className="flex flex-wrap items-end gap-2">
            {status === "open" ? (
              <Button loading={take.isPending} onClick={() => take.run({ id, status: "in_progress" })}>
                {t("act.take")}
              </Button>
            ) : null}
            {status === "closed" ? (
              <Button
                variant="outline"
                loading={reopen.isPending}
                onClick={() => reopen.run({ id, status: "open" })}
              >
                {t("act.reopen")}
              </Button>
            ) : (
              <Button variant={status === "open" ? "outline" : "default"} onClick={() => setClosing(true)}>
                {t("act.close")}
              </Button>
            )}
            {status === "in_progress" ? (
              <Button
                variant="ghost"
                loading={putBack.isPending}
                onClick={() => putBack.run({ id, status: "open" })}
              >
                {t("act.putBack")}
              </Button>
            ) : null}
            <NativeSelect
              className="ml-auto w-auto"
              aria-label={t("act.severity")}
              value={severity}
              disabled={weigh.isPending}
              onChange={(event) => {
                const chosen = COMPLAINT_SEVERITIES.find((known) => known === event.target.value);
                if (chosen) weigh.run({ id, status, severity: chosen });
              }}
            >
              {COMPLAINT_SEVERITIES.map((known) => (
                <option key={known} value={known}>
                  {t(`severities.${known}`)}
                </option>
              ))}
            </NativeSelect>
          </div>
        ) : (
          <p className="text-compact text-ink-3">{t("act.readOnly")}</p>
        )}
      </CardContent>
      <Dialog open={isClosing} onOpenChange={setClosing}>
        <DialogContent className="max-w-md">
          <CloseForm complaint={complaint} onClose={() => setClosing(false)} />
        </DialogContent>
      </Dialog>
    </Card>
  );
}

function CloseForm({ complaint, onClose }: Pick<ActCardProps, "complaint"> & { onClose: () => void }) {
  const t = useTranslations("complaints.act");
  const common = useTranslations("common");
  const [isMissing, setMissing] = useState(false);
  const { run, isPending, fields } = useAction(changeComplaint, {
    showsFields: true,
    onSuccess: () => {
      onClose();
      toast.success(t("wasClosed"));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const resolution = String(new FormData(event.currentTarget).get("resolution")).trim();
    setMissing(resolution === "");
    if (resolution) run({ id: complaint.id, status: "closed", resolution });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <DialogHeader>
        <DialogTitle>{t("closeTitle")}</DialogTitle>
        <DialogDescription>{t("closeText")}</DialogDescription>
      </DialogHeader>
      <Field label={t("resolution")} required error={isMissing ? t("resolutionMissing") : fields.resolution}>
        <Textarea name="resolution" maxLength={2_000} defaultValue={complaint.resolution ?? ""} />
      </Field>
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button type="submit" loading={isPending}>
          {t("close")}
        </Button>
      </DialogFooter>
    </form>
  );
}
