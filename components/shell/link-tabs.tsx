"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { tabsListClass, tabsTriggerClass } from "@/components/ui/tabs";

export function SettingsTabs({ label, tabs }: { label: string; tabs: { href: string; label: string }[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className={tabsListClass}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={pathname === tab.href ? "page" : undefined}
          data-state={pathname === tab.href ? "active" : "inactive"}
          className={tabsTriggerClass}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
