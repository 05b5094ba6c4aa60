"use client";

import { LoaderCircle } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Connection } from "../_live/use-live-inbox";

/** Lies over the top edge while the live connection is down, so that nothing moves. */
export function ConnectionBar({ connection }: { connection: Connection }) {
  const t = useTranslations("inbox.live");
  return (
    <div
      role="status"
      data-live={connection === "live" || undefined}
      className="pointer-events-none fixed inset-x-0 top-2 z-40 flex justify-center"
    >
      {connection === "live" || connection === "opening" ? null : (
        <p className="pointer-events-auto flex items-center gap-2 rounded-full bg-raised px-3.5 py-1.5 text-compact shadow-float">
          {connection === "offline" ? (
            <>
              <LoaderCircle aria-hidden className="size-4 animate-spin text-ink-3" />
              {t("offline")}
            </>
          ) : (
            <>
              {t("signedOut")}
              <a href="/login?next=/inbox" className="text-blue-ink underline underline-offset-4">
                {t("signIn")}
              </a>
            </>
          )}
        </p>
      )}
    </div>
  );
}
