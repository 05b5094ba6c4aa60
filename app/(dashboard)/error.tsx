"use client";

import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/feedback/error-state";

/** A page that failed. `digest` is what the server's log calls this failure. */
export default function DashboardError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("common");
  return (
    <ErrorState
      cause={t("error.title")}
      remedy={t("error.remedy")}
      {...(error.digest ? { requestId: error.digest } : {})}
      labels={{ requestId: t("requestId"), retry: t("retry") }}
      onRetry={reset}
      className="min-h-[60dvh] justify-center"
    />
  );
}
