"use client";

import { ChevronsUpDown, Keyboard, KeyRound, LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { LOCALES } from "@/lib/core/context";
import { LOCALE_COOKIE } from "@/lib/core/cookies";
import type { Role } from "@/lib/core/permissions";
import { LOCALE_NAMES } from "@/lib/platform/i18n/locale-names";
import { useCommands } from "./commands-context";
import { applyTheme, rememberPreference, THEMES, type Theme } from "./preferences";

interface AccountMenuProps {
  name: string;
  email: string;
  role: Role;
  theme: Theme;
}

export function AccountMenu({ name, email, role, theme: initialTheme }: AccountMenuProps) {
  const t = useTranslations("navigation");
  const router = useRouter();
  const locale = useLocale();
  const [theme, setTheme] = useState(initialTheme);
  const { openShortcuts } = useCommands();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={`${t("account.label")}: ${name}`}
        className="mt-2 flex items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-hover"
      >
        <Avatar name={name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium text-ink">{name}</span>
          <span className="block truncate text-ink-3 text-micro">{t(`roles.${role}`)}</span>
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 text-ink-3" />
      </DropdownMenuTrigger>
      <DropdownMenuContent side="top" align="start" className="w-56">
        <DropdownMenuLabel className="truncate font-normal text-ink-3">{email}</DropdownMenuLabel>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t("account.theme")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={theme}
          onValueChange={(value) => {
            setTheme(value as Theme);
            applyTheme(value as Theme);
          }}
        >
          {THEMES.map((choice) => (
            <DropdownMenuRadioItem key={choice} value={choice}>
              {t(`account.${choice}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t("account.language")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={locale}
          onValueChange={(value) => {
            rememberPreference(LOCALE_COOKIE, value);
            router.refresh();
          }}
        >
          {LOCALES.map((choice) => (
            <DropdownMenuRadioItem key={choice} value={choice} lang={choice}>
              {LOCALE_NAMES[choice]}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={openShortcuts}>
          <Keyboard aria-hidden />
          {t("account.shortcuts")}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => router.push("/settings/account")}>
          <KeyRound aria-hidden />
          {t("account.changePassword")}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => signOut({ callbackUrl: "/login" })}>
          <LogOut aria-hidden />
          {t("account.signOut")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
