"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import {
  CommandDialog,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from "@/components/ui/command";
import { formatMoney, type Money } from "@/lib/core/money";
import { useCommands } from "./commands-context";
import { fetchJson } from "./fetch-json";
import { NAVIGATION, type NavigationItem } from "./navigation";

interface PaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  allowed: readonly NavigationItem["key"][];
}

interface Found {
  orders: { id: string; number: string; total: Money }[];
  customers: { id: string; name: string | null; email: string | null }[];
  products: { id: string; sku: string; name: Partial<Record<"zh" | "en" | "es", string>> }[];
}

const RECORDS = ["orders", "customers", "products"] as const;
const MIN_QUERY = 2;

export function CommandPalette({ open, onOpenChange, allowed }: PaletteProps) {
  const t = useTranslations("navigation");
  const router = useRouter();
  const locale = useLocale();
  const { pageCommands } = useCommands();
  const [typed, setTyped] = useState("");
  const [marked, setMarked] = useState("");
  const query = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ["palette", query],
    queryFn: ({ signal }) => search(query, allowed, signal),
    enabled: open && query.length >= MIN_QUERY,
    placeholderData: (previous) => previous,
  });
  const run = (act: () => void) => {
    onOpenChange(false);
    setTyped("");
    act();
  };
  const matches = (label: string) => label.toLowerCase().includes(query.toLowerCase());
  const pages = NAVIGATION.flatMap((group) => group.items).filter(
    (item) => allowed.includes(item.key) && matches(t(`items.${item.key}`)),
  );
  const here = pageCommands.filter((command) => matches(command.label));
  const records = query.length >= MIN_QUERY ? found.data : undefined;
  const language = locale.slice(0, 2) as "zh" | "en" | "es";
  const listed = [
    ...here.map(({ id }) => id),
    ...pages.map(({ key }) => key),
    ...RECORDS.flatMap((kind) => records?.[kind].map(({ id }) => id) ?? []),
  ];
  return (
    <CommandDialog
      // What was marked may have left the list with the last letter; Enter must always find something.
      marked={listed.includes(marked) ? marked : (listed[0] ?? "")}
      onMark={setMarked}
      open={open}
      onOpenChange={onOpenChange}
      title={t("palette.title")}
      description={t("palette.description")}
      shouldFilter={false}
    >
      <CommandInput value={typed} onValueChange={setTyped} placeholder={t("palette.placeholder")} />
      <CommandList>
        {found.isFetching ? null : <CommandEmpty>{t("palette.empty", { query })}</CommandEmpty>}
        {here.length > 0 ? (
          <CommandGroup heading={t("palette.here")}>
            {here.map((command) => (
              <CommandItem key={command.id} value={command.id} onSelect={() => run(command.run)}>
                {command.label}
              </CommandItem>
            ))}
          </CommandGroup>
        ) : null}
        {pages.length > 0 ? (
          <CommandGroup heading={t("palette.pages")}>
            {pages.map((item) => (
              <CommandItem key={item.key} value={item.key} onSelect={() => run(() => router.push(item.href))}>
                <item.icon aria-hidden className="text-ink-3" />
                {t(`items.${item.key}`)}
              </CommandItem>
            ))}
          </CommandGroup>
        ) : null}
        {RECORDS.map((kind) =>
          records && records[kind].length > 0 ? (
            <CommandGroup key={kind} heading={t(`palette.${kind}`)}>
              {records[kind].map((record) => (
                <CommandItem
                  key={record.id}
                  value={record.id}
                  onSelect={() => run(() => router.push(`/${kind}/${record.id}`))}
                >
                  {"number" in record ? (
                    <>
                      {record.number}
                      <span className="ml-auto text-ink-3">{formatMoney(record.total, locale)}</span>
                    </>
                  ) : "sku" in record ? (
                    <>
                      {record.name[language] ?? Object.values(record.name)[0]}
                      <span className="ml-auto text-ink-3">{record.sku}</span>
                    </>
                  ) : (
                    <>
                      {record.name ?? record.email ?? record.id}
                      <span className="ml-auto text-ink-3">{record.name ? record.email : null}</span>
                    </>
                  )}
                </CommandItem>
              ))}
            </CommandGroup>
          ) : null,
        )}
      </CommandList>
    </CommandDialog>
  );
}

async function search(query: string, allowed: PaletteProps["allowed"], signal: AbortSignal): Promise<Found> {
  const q = encodeURIComponent(query);
  const [orders, customers, products] = await Promise.all(
    RECORDS.map((kind) =>
      allowed.includes(kind)
        ? fetchJson<{ data: never[] }>(`/api/v1/${kind}?limit=4&q=${q}`, signal)
        : Promise.resolve({ data: [] }),
    ),
  );
  return { orders: orders!.data, customers: customers!.data, products: products!.data };
}
