"use client";

import { Search, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";

export interface FilterSelect {
  name: string;
  label: string;
  value: string;
  /** The first is the one that filters nothing, with value "". */
  options: { value: string; label: string }[];
}

export interface FilterBarProps {
  /** The page's own address, without parameters. */
  action: string;
  search?: { name: string; label: string; placeholder: string; value: string };
  selects?: FilterSelect[];
  /** Parameters to carry along unseen: sort, range. Never the cursor. */
  keep?: Record<string, string | undefined>;
  labels: { apply: string; clear: string };
  /** Where nothing is filtered; shows the clear link. */
  clearHref?: string;
  children?: ReactNode;
}

const DEBOUNCE_MS = 300;

/** A plain GET form, which scripts make quicker: choices apply at once, typing after a short pause. */
export function FilterBar({
  action,
  search,
  selects = [],
  keep = {},
  labels,
  clearHref,
  children,
}: FilterBarProps) {
  const router = useRouter();
  const formRef = useRef<HTMLFormElement>(null);
  const timerRef = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, startTransition] = useTransition();

  const apply = () => {
    clearTimeout(timerRef.current);
    const form = formRef.current;
    if (!form) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === "string" && value) query.append(name, value);
    startTransition(() => router.replace(query.size > 0 ? `${action}?${query}` : action, { scroll: false }));
  };

  // The address is the truth: going back, or clearing, must show in the controls, but never under the typist.
  const values = JSON.stringify([search?.value, ...selects.map(({ value }) => value)]);
  useEffect(() => {
    const form = formRef.current;
    const [searchValue, ...selectValues] = JSON.parse(values) as (string | null)[];
    for (const element of form?.elements ?? []) {
      if (element === document.activeElement) continue;
      if (element instanceof HTMLInputElement && element.type === "search") element.value = searchValue ?? "";
    }
    form?.querySelectorAll("select").forEach((select, index) => {
      if (select !== document.activeElement) select.value = selectValues[index] ?? "";
    });
    return () => clearTimeout(timerRef.current);
  }, [values]);

  return (
    <form
      ref={formRef}
      action={action}
      method="get"
      data-slot="filter-bar"
      aria-busy={pending}
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      {Object.entries(keep).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {search ? (
        <div className="relative w-full sm:w-64">
          <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-3" />
          <Input
            type="search"
            name={search.name}
            aria-label={search.label}
            placeholder={search.placeholder}
            defaultValue={search.value}
            autoComplete="off"
            className="pl-8"
            onChange={() => {
              clearTimeout(timerRef.current);
              timerRef.current = setTimeout(apply, DEBOUNCE_MS);
            }}
          />
        </div>
      ) : null}
      {selects.map(({ name, label, value, options }) => (
        <NativeSelect
          key={name}
          name={name}
          aria-label={label}
          defaultValue={value}
          className="w-auto max-w-48"
          onChange={apply}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </NativeSelect>
      ))}
      {children}
      <noscript>
        <Button type="submit" variant="outline">
          {labels.apply}
        </Button>
      </noscript>
      {clearHref ? (
        <Button asChild variant="ghost">
          <Link href={clearHref} scroll={false}>
            <X aria-hidden />
            {labels.clear}
          </Link>
        </Button>
      ) : null}
    </form>
  );
}
