import Link from "next/link";
import { getTranslations } from "@/lib/platform/http/locale";
import { readStoreContext } from "./_data/store-context";

/** Either there is no demo shop at all, or this one product is not in it. */
export default async function StoreNotFound() {
  const [t, store] = await Promise.all([getTranslations("store"), readStoreContext()]);
  const kind = store ? "missing" : "absent";
  const Frame = store ? "div" : "main";
  return (
    <Frame className="mx-auto grid min-h-[60dvh] max-w-md place-content-center gap-2 px-6 text-center">
      <h1 className="text-title">{t(`${kind}.title`)}</h1>
      <p className="text-ink-2">{t(`${kind}.text`)}</p>
      {store && (
        <Link
          href="/demo/store"
          className="mt-3 inline-flex min-h-6 items-center justify-center text-blue-ink underline underline-offset-4"
        >
          {t("missing.back")}
        </Link>
      )}
    </Frame>
  );
}
