import {
  Brain,
  Code,
  Gauge,
  House,
  Inbox,
  type LucideIcon,
  Package,
  Settings,
  ShoppingBag,
  Upload,
  Users,
} from "lucide-react";
import type { Permission } from "@/lib/core/permissions";
import type { Messages } from "@/lib/platform/i18n";

export interface NavigationItem {
  key: keyof Messages["navigation"]["items"];
  href: string;
  icon: LucideIcon;
  permission?: Permission;
}

export interface NavigationGroup {
  key: keyof Messages["navigation"]["groups"] | null;
  items: NavigationItem[];
}

/** What there is to go to. Only what exists stands here. */
export const NAVIGATION: NavigationGroup[] = [
  { key: null, items: [{ key: "overview", href: "/overview", icon: House, permission: "metrics:read" }] },
  {
    key: "service",
    items: [
      { key: "inbox", href: "/inbox", icon: Inbox, permission: "conversations:read" },
      { key: "quality", href: "/service-quality", icon: Gauge, permission: "metrics:read" },
      { key: "understanding", href: "/understanding", icon: Brain, permission: "understanding:read" },
    ],
  },
  {
    key: "data",
    items: [
      { key: "products", href: "/products", icon: Package, permission: "products:read" },
      { key: "customers", href: "/customers", icon: Users, permission: "customers:read" },
      { key: "orders", href: "/orders", icon: ShoppingBag, permission: "orders:read" },
      { key: "imports", href: "/imports", icon: Upload, permission: "imports:read" },
    ],
  },
  {
    key: "platform",
    items: [
      { key: "api", href: "/docs/api", icon: Code },
      { key: "settings", href: "/settings", icon: Settings },
    ],
  },
];
