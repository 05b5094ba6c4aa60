"use client";

import { Check, X } from "lucide-react";
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
import { Textarea } from "@/components/ui/textarea";
import type { OrderRequestDto } from "@/lib/data/after-sales/schemas";
import { settleOrderRequest } from "../../_actions";

interface SettleCardProps {
  request: Pick<OrderRequestDto, "id" | "kind" | "orderNumber">;
  /** The money at stake as it is written; empty where there is none. */
  amount: string;
  canSettle: boolean;
}

/** Took effect when they were asked for: what is left is the money, and nothing to turn down. */
const TOOK_EFFECT: ReadonlySet<OrderRequestDto["kind"]> = new Set(["cancel", "change_lines"]);

/** What is left to do about an open request, and the two ways in which it ends. */
export function SettleCard({ request, amount, canSettle }: SettleCardProps) {
  const t = useTranslations("requests");
  const [ending, setEnding] = useState<"done" | "rejected" | null>(null);
  const hasMoney = amount === "" ? "no" : "yes";
  return (
    <Card className="border-amber/40">
      <CardHeader>
        <CardTitle>{t("settle.title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3">
        <p className="text-compact text-ink-2 leading-5">
          {t(`settle.${request.kind}`, { amount, hasMoney })}
        </p>
        {canSettle ? (
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setEnding("done")}>
              <Check aria-hidden />
              {t("settle.done")}
            </Button>
            {TOOK_EFFECT.has(request.kind) ? null : (
              <Button variant="outline" onClick={() => setEnding("rejected")}>
                <X aria-hidden />
                {t("settle.reject")}
              </Button>
            )}
          </div>
        ) : (
          <p className="text-compact text-ink-3">{t("settle.readOnly")}</p>
        )}
      </CardContent>
      <Dialog open={ending !== null} onOpenChange={(isOpen) => (isOpen ? null : setEnding(null))}>
        <DialogContent className="max-w-md">
          {ending ? <SettleForm request={request} status={ending} onClose={() => setEnding(null)} /> : null}
        </DialogContent>
      </Dialog>
    </Card>
  );
}

interface SettleFormProps {
  request: SettleCardProps["request"];
  status: "done" | "rejected";
  onClose: () => void;
}

/** Asks before the end, which cannot be taken back; whoever turns something down says why. */
function SettleForm({ request, status, onClose }: SettleFormProps) {
  const t = useTranslations("requests.settle");
  const kinds = useTranslations("requests.kinds");
  const common = useTranslations("common");
  const [isMissing, setMissing] = useState(false);
  const isDone = status === "done";
  const { run, isPending, fields } = useAction(settleOrderRequest, {
    showsFields: true,
    onSuccess: () => {
      onClose();
      toast.success(isDone ? t("wasDone") : t("wasRejected"));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get("note")).trim();
    setMissing(!isDone && note === "");
    if (isDone || note) run({ id: request.id, status, ...(note ? { note } : {}) });
  };
  const named = { kind: kinds(request.kind), number: request.orderNumber };
  const doneText = request.kind === "return" ? t("doneReturn") : t("doneText");
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <DialogHeader>
        <DialogTitle>{isDone ? t("doneTitle", named) : t("rejectTitle", named)}</DialogTitle>
        <DialogDescription>{isDone ? doneText : t("rejectText")}</DialogDescription>
      </DialogHeader>
      <Field
        label={isDone ? t("note") : t("rejectNote")}
        hint={isDone ? t("noteHint") : t("rejectNoteHint")}
        aside={isDone ? t("optional") : undefined}
        required={!isDone}
        error={isMissing ? t("rejectNoteMissing") : fields.note}
      >
        <Textarea name="note" maxLength={1_000} />
      </Field>
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button type="submit" variant={isDone ? "default" : "destructive"} loading={isPending}>
          {isDone ? t("done") : t("reject")}
        </Button>
      </DialogFooter>
    </form>
  );
}
