import { getTranslations } from "@/lib/platform/http/locale";
import type { DemoCustomer } from "../_data/demo-customers";
import { ChooseForm } from "./choose-form";

interface CustomerBarProps {
  people: DemoCustomer[];
  customer: DemoCustomer | null;
}

const LANGUAGE_TAGS = { zh: "zh-CN", en: "en", es: "es" } as const;
const CHOICE =
  "inline-flex min-h-8 items-center gap-1.5 whitespace-nowrap rounded-full border px-3 text-compact transition-colors";
const CHOSEN = "border-jade bg-surface font-medium text-ink shadow-[inset_0_0_0_1px_var(--jade)]";
const OTHER = "border-line-strong bg-transparent text-ink-2 hover:border-field hover:text-ink";

/** Lets the visitor be somebody: what a shop's sign-in does, without a password. */
export async function CustomerBar({ people, customer }: CustomerBarProps) {
  const t = await getTranslations("store");
  const choice = (isChosen: boolean) => `${CHOICE} ${isChosen ? CHOSEN : OTHER}`;
  return (
    <section aria-labelledby="who" className="border-line border-b bg-jade-wash">
      <div className="mx-auto max-w-[1200px] px-5 py-2.5 sm:px-7">
        <ChooseForm className="flex items-center gap-x-3 gap-y-2 max-sm:flex-wrap">
          <h2 id="who" className="shrink-0 text-compact text-ink-2">
            {t("who.legend")}
          </h2>
          <div className="-my-1 flex min-w-0 gap-2 overflow-x-auto py-1 max-sm:-mx-5 max-sm:w-screen max-sm:px-5">
            <button
              type="submit"
              name="customer"
              value=""
              aria-pressed={!customer}
              className={choice(!customer)}
            >
              {t("who.anonymous")}
            </button>
            {people.map((person) => (
              <button
                key={person.externalId}
                type="submit"
                name="customer"
                value={person.externalId}
                aria-pressed={person === customer}
                data-language={person.language}
                className={choice(person === customer)}
              >
                <span lang={LANGUAGE_TAGS[person.language]}>{person.name}</span>
                <span className="text-ink-3 text-xs">{t(`who.language.${person.language}`)}</span>
              </button>
            ))}
          </div>
        </ChooseForm>
        <p className="mt-1.5 text-ink-2 text-xs">
          {t("madeUp")} {t("who.note")}
        </p>
      </div>
    </section>
  );
}
