"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent, SheetTitle, SheetTrigger } from "@/components/ui/sheet";

/** On a phone the sidebar is a sheet behind this bar; it closes when a page was chosen. */
export function MobileBar({ shopName, children }: { shopName: string; children: ReactNode }) {
  const t = useTranslations("navigation");
  const common = useTranslations("common");
  const pathname = usePathname();
  const [isOpen, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what closes it
  useEffect(() => setOpen(false), [pathname]);
  return (
    <div className="sticky top-0 z-30 flex h-12 items-center gap-2 border-b bg-sidebar px-2 md:hidden">
      <Sheet open={isOpen} onOpenChange={setOpen}>
        <SheetTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={t("open")}>
            <Menu aria-hidden />
          </Button>
        </SheetTrigger>
        <SheetContent side="left" closeLabel={common("close")} className="p-0" aria-describedby={undefined}>
          <SheetTitle className="sr-only">{t("label")}</SheetTitle>
          {children}
        </SheetContent>
      </Sheet>
      <span className="truncate font-semibold text-compact">{shopName}</span>
    </div>
  );
}
