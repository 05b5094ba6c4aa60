"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { tabsListClass, tabsTriggerClass } from "@/components/ui/tabs";

export interface LinkTab {
  href: string;
  label: string;
  /** A count, such as how many wait there. */
  badge?: ReactNode;
  /** Also current on the pages below it. */
  deep?: boolean;
}

/** Pages that stand beside each other, each with an address of its own. */
export function LinkTabs({ label, tabs }: { label: string; tabs: LinkTab[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className={tabsListClass}>
      {tabs.map((tab) => {
        const isCurrent = pathname === tab.href || (tab.deep && pathname.startsWith(`${tab.href}/`));
        return (
          <Link
            key={tab.href}
            href={tab.href}
            aria-current={isCurrent ? "page" : undefined}
            data-state={isCurrent ? "active" : "inactive"}
            className={tabsTriggerClass}
          >
            {tab.label}
            {tab.badge}
          </Link>
        );
      })}
    </nav>
  );
}
