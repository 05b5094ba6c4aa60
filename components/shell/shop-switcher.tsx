"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { MERCHANT_COOKIE } from "@/lib/core/cookies";
import { rememberPreference } from "./preferences";

export interface Shop {
  id: string;
  name: string;
  isDemo: boolean;
}

/** The seal and the shop's name; a menu where there are several shops. */
export function ShopSwitcher({ shops, activeId }: { shops: Shop[]; activeId: string }) {
  const t = useTranslations("navigation");
  const active = shops.find((shop) => shop.id === activeId);
  const name = (
    <>
      <span
        aria-hidden
        lang="zh"
        className="grid size-6 shrink-0 place-items-center rounded-sm bg-seal font-bold font-seal text-sm text-white"
      >
        掌
      </span>
      <span className="truncate font-semibold text-ink">{active?.name}</span>
      {active?.isDemo ? <Badge className="shrink-0">{t("demo")}</Badge> : null}
    </>
  );
  if (shops.length < 2) return <div className="flex items-center gap-2.5 px-2 pt-1 pb-3">{name}</div>;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={`${t("shops")}: ${active?.name}`}
        className="mb-2 flex items-center gap-2.5 rounded-md px-2 py-1 text-left hover:bg-hover"
      >
        {name}
        <ChevronDown aria-hidden className="ml-auto size-3.5 shrink-0 text-ink-3" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-60">
        <DropdownMenuLabel>{t("shops")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={activeId}
          onValueChange={(id) => {
            rememberPreference(MERCHANT_COOKIE, id);
            // Everything on the page belongs to the other shop: begin anew, at a page that every shop has.
            window.location.assign("/");
          }}
        >
          {shops.map((shop) => (
            <DropdownMenuRadioItem key={shop.id} value={shop.id}>
              {shop.name}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
