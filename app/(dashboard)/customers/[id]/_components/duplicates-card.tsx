"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { DuplicatesDto } from "@/lib/data/customers/schemas";
import { Duplicates } from "../../../_shared/same-person/duplicates";

interface DuplicatesCardProps {
  customerId: string;
  timeZone: string;
  mayMerge: boolean;
  initial: DuplicatesDto;
}

/** Records that are probably this customer; a merge leads to the one that stays. */
export function DuplicatesCard(props: DuplicatesCardProps) {
  const t = useTranslations("samePerson");
  const router = useRouter();
  return (
    <Duplicates
      {...props}
      onMerged={({ id }) => {
        router.push(`/customers/${id}`);
        router.refresh();
      }}
      frame={(list) => (
        <Card>
          <CardHeader>
            <CardTitle>{t("title")}</CardTitle>
          </CardHeader>
          <CardContent>{list}</CardContent>
        </Card>
      )}
    />
  );
}
