"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useDeferredValue, useState, useTransition } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/shell/fetch-json";
import { Alert } from "@/components/ui/alert";
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
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import type { CustomerDto } from "@/lib/data/customers/schemas";
import { merge } from "../../_actions";

interface MergeDialogProps {
  customer: { id: string; name: string };
  open: boolean;
  onClose: () => void;
}

const MIN_QUERY = 2;

/** Finds the record that stays; this one's orders, conversations and events move to it. */
export function MergeDialog({ customer, open, onClose }: MergeDialogProps) {
  const t = useTranslations("customers");
  const common = useTranslations("common");
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [target, setTarget] = useState<CustomerDto | null>(null);
  const [failure, setFailure] = useState<{ message: string; requestId: string } | null>(null);
  const [pending, startTransition] = useTransition();
  const query = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ["merge-target", query],
    queryFn: ({ signal }) =>
      fetchJson<{ data: CustomerDto[] }>(`/api/v1/customers?limit=7&q=${encodeURIComponent(query)}`, signal),
    enabled: open && query.length >= MIN_QUERY,
    placeholderData: (previous) => previous,
  });
  const others = (found.data?.data ?? []).filter(({ id }) => id !== customer.id).slice(0, 6);
  const nameOf = ({ name, email, externalId }: CustomerDto) => name ?? email ?? externalId;
  const close = () => {
    setTyped("");
    setTarget(null);
    setFailure(null);
    onClose();
  };
  const run = () =>
    startTransition(async () => {
      if (!target) return;
      setFailure(null);
      const result = await merge({ fromId: customer.id, intoId: target.id });
      if (!result.ok) return setFailure(result.error);
      toast(t("merge.done", { from: customer.name, into: nameOf(target) }));
      router.push(`/customers/${result.data.id}`);
      close();
    });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next && !pending) close();
      }}
    >
      <DialogContent closeLabel={common("close")}>
        <DialogHeader>
          <DialogTitle>{t("merge.title", { name: customer.name })}</DialogTitle>
          <DialogDescription>{t("merge.description", { name: customer.name })}</DialogDescription>
        </DialogHeader>
        <Field label={t("merge.search")} hint={t("merge.hint")}>
          <Input
            type="search"
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setTarget(null);
            }}
          />
        </Field>
        {others.length > 0 ? (
          <RadioGroup
            aria-label={t("merge.found")}
            value={target?.id ?? ""}
            onValueChange={(id) => setTarget(others.find((other) => other.id === id) ?? null)}
            className="grid gap-0.5"
          >
            {others.map((other) => (
              <label
                key={other.id}
                htmlFor={other.id}
                className="flex min-w-0 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 text-compact hover:bg-hover has-data-[state=checked]:bg-blue-wash"
              >
                <RadioGroupItem id={other.id} value={other.id} />
                <span className="truncate font-medium">{nameOf(other)}</span>
                <span className="ml-auto truncate text-ink-3">{other.email ?? other.phone}</span>
              </label>
            ))}
          </RadioGroup>
        ) : query.length >= MIN_QUERY && !found.isFetching ? (
          <p role="status" className="text-compact text-ink-3">
            {t("merge.nobody", { query })}
          </p>
        ) : null}
        {failure ? (
          <Alert tone="cinnabar" role="alert">
            <p className="col-start-2">
              {failure.message} {common("requestId")}: {failure.requestId}
            </p>
          </Alert>
        ) : null}
        <DialogFooter>
          <Button variant="outline" onClick={close}>
            {common("cancel")}
          </Button>
          <Button disabled={!target} loading={pending} onClick={run}>
            {target ? t("merge.confirm", { name: nameOf(target) }) : t("merge.choose")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
