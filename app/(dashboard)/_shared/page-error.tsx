"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/feedback/error-state";
import { Page } from "@/components/shell/page";
import { Card } from "@/components/ui/card";

export interface PageErrorProps {
  area:
    | "products"
    | "customers"
    | "orders"
    | "requests"
    | "complaints"
    | "coupons"
    | "imports"
    | "knowledge"
    | "understanding";
  error: Error & { digest?: string };
  reset: () => void;
}

/** What stands in a page's place when it could not be drawn; the rest of the window goes on working. */
export function PageError({ area, error, reset }: PageErrorProps) {
  const t = useTranslations("common");
  const navigation = useTranslations("navigation");
  const router = useRouter();
  const [retrying, startTransition] = useTransition();
  useEffect(() => console.error(error), [error]);
  return (
    <Page crumbs={[{ label: navigation(`items.${area}`), href: `/${area}` }]}>
      <Card>
        <ErrorState
          cause={t("error.title")}
          remedy={t("error.remedy")}
          requestId={error.digest}
          labels={{ requestId: t("requestId"), retry: t("retry") }}
          retrying={retrying}
          onRetry={() =>
            startTransition(() => {
              router.refresh();
              reset();
            })
          }
        />
      </Card>
    </Page>
  );
}
