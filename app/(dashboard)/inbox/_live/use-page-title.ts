"use client";

import { useEffect } from "react";
import { useTranslations } from "use-intl";

/** The browser tab says how many wait, also while another tab is in front. */
export function usePageTitle(waiting: number): void {
  const t = useTranslations("inbox");
  const common = useTranslations("common");
  useEffect(() => {
    const name = waiting > 0 ? t("titleWithCount", { count: waiting }) : t("title");
    const title = `${name} · ${common("appName")}`;
    const keep = () => {
      if (document.title !== title) document.title = title;
    };
    keep();
    // The framework writes the page's own title once more when its head has streamed in.
    const observer = new MutationObserver(keep);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [common, t, waiting]);
}
