"use client";

import { UserRoundSearch } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { SamePersonDto } from "@/lib/data/customers/schemas";
import { nameOfCustomer } from "./customer-search";

/** "Probably the same person as Li Na, because the phone agrees." With what can be done about it. */
export function MatchLine({
  match,
  children,
}: {
  match: SamePersonDto;
  children: (describedBy: string) => ReactNode;
}) {
  const t = useTranslations("samePerson");
  const locale = useLocale();
  const id = useId();
  const { customer, level, reasons, name } = match;
  const why = new Intl.ListFormat(locale, { type: "conjunction" }).format(
    reasons.map(({ kind, strength }) => t(`reason.${kind}.${strength}`)),
  );
  return (
    <li className="flex items-start gap-2 text-compact">
      <UserRoundSearch aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ink-3" />
      <div className="min-w-0">
        <p id={id} className="break-words">
          {t.rich(`line.${level}`, {
            name: () => (
              <Link
                href={`/customers/${customer.id}`}
                className="font-medium text-blue-ink underline-offset-2 hover:underline"
              >
                {nameOfCustomer(customer)}
              </Link>
            ),
            why,
          })}
          {name === "differs" ? <span className="block text-ink-3">{t("nameDiffers")}</span> : null}
        </p>
        <div className="mt-1 flex flex-wrap gap-1">{children(id)}</div>
      </div>
    </li>
  );
}
