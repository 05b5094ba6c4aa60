import { Monitor, Moon, Sun } from "lucide-react";
import { cookies } from "next/headers";
import Link from "next/link";
import { THEME_COOKIE, THEMES } from "@/components/shell/preferences";
import { LOCALES, type Locale } from "@/lib/core/context";
import { getTranslations } from "@/lib/platform/http/locale";
import { LOCALE_NAMES } from "@/lib/platform/i18n/locale-names";
import { ChooseForm } from "./choose-form";
import { SearchForm } from "./search-form";
import { Wordmark } from "./wordmark";

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor };
const SEGMENT =
  "inline-flex h-8 min-w-8 items-center justify-center rounded-sm px-2 text-compact text-ink-2 hover:text-ink aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-[0_0_0_1px_var(--line-strong)]";

export async function StoreHeader({ locale }: { locale: Locale }) {
  const [t, jar] = await Promise.all([getTranslations("store"), cookies()]);
  const theme = THEMES.find((known) => known === jar.get(THEME_COOKIE)?.value) ?? "system";
  return (
    <header className="border-line border-b">
      <div className="mx-auto flex max-w-[1200px] flex-wrap items-center gap-x-6 gap-y-3 px-5 py-4 sm:px-7">
        <Link href="/demo/store" aria-label={t("home")} className="rounded-sm">
          <Wordmark locale={locale} />
        </Link>
        <SearchForm
          label={t("search.label")}
          placeholder={t("search.placeholder")}
          submit={t("search.submit")}
          className="order-last w-full md:order-none md:w-auto md:flex-1"
        />
        <div className="flex flex-wrap items-center gap-3 max-sm:w-full max-sm:justify-between sm:ml-auto">
          <ChooseForm>
            <fieldset className="flex rounded-md bg-chip p-0.5">
              <legend className="sr-only">{t("preferences.language")}</legend>
              {LOCALES.map((one) => (
                <button
                  key={one}
                  type="submit"
                  name="locale"
                  value={one}
                  lang={one}
                  aria-pressed={one === locale}
                  className={SEGMENT}
                >
                  {LOCALE_NAMES[one]}
                </button>
              ))}
            </fieldset>
          </ChooseForm>
          <ChooseForm>
            <fieldset className="flex rounded-md bg-chip p-0.5">
              <legend className="sr-only">{t("preferences.theme")}</legend>
              {THEMES.map((one) => {
                const Icon = THEME_ICONS[one];
                const name = t(`preferences.${one}`);
                return (
                  <button
                    key={one}
                    type="submit"
                    name="theme"
                    value={one}
                    aria-label={name}
                    title={name}
                    aria-pressed={one === theme}
                    className={SEGMENT}
                  >
                    <Icon aria-hidden className="size-4" />
                  </button>
                );
              })}
            </fieldset>
          </ChooseForm>
        </div>
      </div>
    </header>
  );
}
