"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/shell/fetch-json";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export interface Person {
  id: string;
  name: string;
}

interface CustomerFieldProps {
  person: Person | null;
  onChange: (person: Person | null) => void;
}

/** Whose uses count; found by name or e-mail address. */
export function CustomerField({ person, onChange }: CustomerFieldProps) {
  const t = useTranslations("coupons.try");
  const forms = useTranslations("coupons.form");
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ["customers", "search", q],
    queryFn: ({ signal }) =>
      fetchJson<{ data: { id: string; name: string | null; email: string | null }[] }>(
        `/api/v1/customers?limit=5&q=${encodeURIComponent(q)}`,
        signal,
      ),
    enabled: q !== "" && person === null,
  });
  if (person) {
    return (
      <div className="grid content-start gap-1.5 text-compact">
        <span className="font-medium">{t("customer")}</span>
        <span className="flex min-h-8 items-center justify-between gap-2">
          <span className="min-w-0 truncate">{person.name}</span>
          <Button
            variant="ghost"
            size="icon"
            aria-label={forms("remove", { name: person.name })}
            onClick={() => onChange(null)}
          >
            <X aria-hidden />
          </Button>
        </span>
      </div>
    );
  }
  return (
    <div className="grid content-start gap-1.5">
      <Field label={t("customer")} hint={t("customerHint")}>
        <Input
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {q !== "" && found.data && found.data.data.length > 0 ? (
        <ul className="overflow-hidden rounded-md border">
          {found.data.data.map(({ id, name, email }) => {
            const shown = name ?? email ?? id;
            return (
              <li key={id} className="border-t first:border-t-0">
                <button
                  type="button"
                  className="flex min-h-8 w-full items-center gap-2 px-2.5 py-1 text-left text-compact hover:bg-hover focus-visible:-outline-offset-2"
                  onClick={() => {
                    onChange({ id, name: shown });
                    setTyped("");
                  }}
                >
                  <span className="min-w-0 flex-1 truncate">{shown}</span>
                  <span className="min-w-0 truncate text-ink-3">{name ? email : null}</span>
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
