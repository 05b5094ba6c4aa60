"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/shell/fetch-json";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import type { CustomerDto } from "@/lib/data/customers/schemas";

interface CustomerSearchProps {
  label: string;
  chosen: CustomerDto | null;
  onChoose: (customer: CustomerDto | null) => void;
  /** Not among those that can be chosen. */
  exceptId?: string;
}

const MIN_QUERY = 2;
const SHOWN = 6;

export const nameOfCustomer = ({
  name,
  email,
  externalId,
}: {
  name?: string | null | undefined;
  email?: string | null | undefined;
  externalId: string;
}) => name ?? email ?? externalId;

/** Finds a customer by name, e-mail, phone or id, and lets one be chosen. */
export function CustomerSearch({ label, chosen, onChoose, exceptId }: CustomerSearchProps) {
  const t = useTranslations("samePerson.search");
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ["customer-search", query],
    queryFn: ({ signal }) =>
      fetchJson<{ data: CustomerDto[] }>(
        `/api/v1/customers?limit=${SHOWN + 1}&q=${encodeURIComponent(query)}`,
        signal,
      ),
    enabled: query.length >= MIN_QUERY,
    placeholderData: (previous) => previous,
  });
  const customers = (found.data?.data ?? []).filter(({ id }) => id !== exceptId).slice(0, SHOWN);
  return (
    <>
      <Field label={label} hint={t("hint")}>
        <Input
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            onChoose(null);
          }}
        />
      </Field>
      {customers.length > 0 ? (
        <RadioGroup
          aria-label={t("found")}
          value={chosen?.id ?? ""}
          onValueChange={(id) => onChoose(customers.find((customer) => customer.id === id) ?? null)}
          className="grid gap-0.5"
        >
          {customers.map((customer) => (
            <label
              key={customer.id}
              htmlFor={customer.id}
              className="flex min-w-0 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 text-compact hover:bg-hover has-data-[state=checked]:bg-blue-wash"
            >
              <RadioGroupItem id={customer.id} value={customer.id} />
              <span className="truncate font-medium">{nameOfCustomer(customer)}</span>
              <span className="ml-auto truncate text-ink-3">{customer.email ?? customer.phone}</span>
            </label>
          ))}
        </RadioGroup>
      ) : query.length >= MIN_QUERY && !found.isFetching ? (
        <p role="status" className="text-compact text-ink-3">
          {t("nobody", { query })}
        </p>
      ) : null}
    </>
  );
}
