"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { useLocale, useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { formatInstant } from "@/lib/core/dates";
import type { CustomerBriefDto } from "@/lib/data/customers/schemas";
import { merge } from "../../customers/_actions";
import { nameOfCustomer } from "./customer-search";

interface MergePreviewProps {
  pair: readonly [CustomerBriefDto, CustomerBriefDto];
  timeZone: string;
  onClose: () => void;
  onMerged: (into: CustomerBriefDto) => void;
}

const FIELDS = ["name", "email", "phone", "country"] as const;

/** Both records side by side, which of them stays, and what will happen, before it does. */
export function MergePreview({ pair, timeZone, onClose, onMerged }: MergePreviewProps) {
  const t = useTranslations("samePerson.merge");
  const common = useTranslations("common");
  const [staysId, setStays] = useState(() => betterOf(pair).id);
  const [failure, setFailure] = useState<{ message: string; requestId: string } | null>(null);
  const [pending, startTransition] = useTransition();
  const into = pair.find(({ id }) => id === staysId)!;
  const from = pair.find(({ id }) => id !== staysId)!;
  const names = { from: nameOfCustomer(from), into: nameOfCustomer(into) };
  const taken = FIELDS.filter((field) => !into[field] && from[field]).map((field) => t(`field.${field}`));
  const run = () =>
    startTransition(async () => {
      setFailure(null);
      const result = await merge({ fromId: from.id, intoId: into.id });
      if (!result.ok) return setFailure(result.error);
      toast(t("done", names));
      onMerged(into);
    });
  return (
    <Dialog open onOpenChange={(next) => (next || pending ? null : onClose())}>
      <DialogContent closeLabel={common("close")} className="sm:max-w-2xl">
        <DialogHeader>
          <DialogTitle>
            {t("title", { one: nameOfCustomer(pair[0]), other: nameOfCustomer(pair[1]) })}
          </DialogTitle>
          <DialogDescription>{t("lead")}</DialogDescription>
        </DialogHeader>
        <Comparison pair={pair} staysId={staysId} onChoose={setStays} timeZone={timeZone} />
        <p className="text-compact text-ink-2">
          {t("consequence", names)} {taken.length > 0 ? <Taken into={names.into} fields={taken} /> : null}{" "}
          {t("final")}
        </p>
        {failure ? (
          <Alert tone="cinnabar" role="alert">
            <p className="col-start-2">
              {failure.message} {common("requestId")}: {failure.requestId}
            </p>
          </Alert>
        ) : null}
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button loading={pending} onClick={run}>
            {t("confirm", names)}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Taken({ into, fields }: { into: string; fields: string[] }) {
  const t = useTranslations("samePerson.merge");
  const locale = useLocale();
  return t("takesOver", { into, fields: new Intl.ListFormat(locale).format(fields) });
}

interface ComparisonProps {
  pair: MergePreviewProps["pair"];
  staysId: string;
  timeZone: string;
  onChoose: (id: string) => void;
}

function Comparison({ pair, staysId, timeZone, onChoose }: ComparisonProps) {
  const t = useTranslations("samePerson.merge");
  const locale = useLocale();
  const rows: [string, (customer: CustomerBriefDto) => string][] = [
    ...FIELDS.map((field): [string, (customer: CustomerBriefDto) => string] => [
      t(`field.${field}`),
      (customer) => customer[field] ?? "—",
    ]),
    [t("field.orders"), ({ orders }) => new Intl.NumberFormat(locale).format(orders)],
    [t("field.since"), ({ createdAt }) => formatInstant(createdAt, { locale, timeZone, style: "date" })],
    [t("field.externalId"), ({ externalId }) => externalId],
  ];
  return (
    <table className="w-full table-fixed border-collapse text-compact">
      <thead>
        <tr>
          <th scope="col" className="w-24 max-sm:w-20">
            <span className="sr-only">{t("field.label")}</span>
          </th>
          {pair.map((customer) => (
            <th key={customer.id} scope="col" className="p-1 text-left font-normal">
              <label
                className={cn(
                  "flex cursor-pointer items-center gap-2 rounded-md border px-2 py-1.5",
                  customer.id === staysId && "border-blue bg-blue-wash",
                )}
              >
                <input
                  type="radio"
                  name="stays"
                  className="accent-blue"
                  checked={customer.id === staysId}
                  onChange={() => onChoose(customer.id)}
                />
                {customer.id === staysId ? t("stays") : t("ends")}
              </label>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y">
        {rows.map(([label, shown]) => (
          <tr key={label}>
            <th scope="row" className="py-1.5 pr-2 text-left font-normal text-ink-3 text-xs">
              {label}
            </th>
            {pair.map((customer) => (
              <td key={customer.id} className="break-words px-3 py-1.5">
                {shown(customer)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The one with more orders stays, else the older one; whoever merges may choose the other. */
function betterOf([one, other]: MergePreviewProps["pair"]): CustomerBriefDto {
  if (one.orders !== other.orders) return one.orders > other.orders ? one : other;
  return one.createdAt <= other.createdAt ? one : other;
}
