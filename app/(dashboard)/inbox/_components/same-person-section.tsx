"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Duplicates } from "../../_shared/same-person/duplicates";
import { keys } from "../_live/inbox-cache";
import { useInbox } from "../_live/inbox-context";
import { Section } from "./panel-section";

/** Records that are probably the customer who writes. */
export function SamePersonSection({ customerId }: { customerId: string }) {
  const t = useTranslations("samePerson");
  const client = useQueryClient();
  const { canLink, timeZone } = useInbox();
  return (
    <Duplicates
      customerId={customerId}
      timeZone={timeZone}
      mayMerge={canLink}
      onMerged={() => void client.invalidateQueries({ queryKey: keys.all })}
      frame={(list) => <Section title={t("title")}>{list}</Section>}
    />
  );
}
