"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import { fetchJson } from "@/components/shell/fetch-json";
import { Button } from "@/components/ui/button";
import type { CustomerBriefDto, DuplicatesDto, SamePersonDto } from "@/lib/data/customers/schemas";
import { tellApart } from "../../customers/_actions";
import { nameOfCustomer } from "./customer-search";
import { MatchLine } from "./match-line";
import { MergePreview } from "./merge-preview";

interface DuplicatesProps {
  customerId: string;
  timeZone: string;
  mayMerge: boolean;
  initial?: DuplicatesDto;
  onMerged: (into: CustomerBriefDto) => void;
  /** What stands around the list; nothing is drawn where there is none. */
  frame: (list: ReactNode) => ReactNode;
}

const FRESH_MS = 60_000;

/** Records that are probably the same person: looked at side by side and merged, or told apart for good. */
export function Duplicates({ customerId, timeZone, mayMerge, initial, onMerged, frame }: DuplicatesProps) {
  const t = useTranslations("samePerson");
  const common = useTranslations("common");
  const client = useQueryClient();
  const [merging, setMerging] = useState<SamePersonDto | null>(null);
  const queryKey = ["duplicates", customerId];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => fetchJson<DuplicatesDto>(`/api/v1/customers/${customerId}/duplicates`, signal),
    staleTime: FRESH_MS,
    ...(initial ? { initialData: initial } : {}),
  });
  const { customer, data = [] } = query.data ?? { customer: null };
  if (!customer || data.length === 0) return null;

  const show = (matches: SamePersonDto[]) =>
    client.setQueryData<DuplicatesDto>(queryKey, (known) => known && { ...known, data: matches });
  const say = async (other: CustomerBriefDto, isDistinct: boolean) => {
    const result = await tellApart({ id: customerId, otherId: other.id, isDistinct }).catch(() => null);
    if (result?.ok) return true;
    toast.error(result?.error.message ?? t("failed"));
    return false;
  };
  const apart = async (match: SamePersonDto) => {
    show(data.filter((one) => one !== match));
    if (!(await say(match.customer, true))) return show(data);
    showUndoToast({
      message: t("toldApart", { name: nameOfCustomer(match.customer) }),
      undoLabel: common("undo"),
      onUndo: () => {
        show(data);
        void say(match.customer, false);
      },
    });
  };
  return frame(
    <>
      <ul className="grid gap-3">
        {data.map((match) => (
          <MatchLine key={match.customer.id} match={match}>
            {(describedBy) =>
              mayMerge ? (
                <>
                  <Button
                    variant="outline"
                    size="sm"
                    aria-describedby={describedBy}
                    onClick={() => setMerging(match)}
                  >
                    {t("compare")}
                  </Button>
                  <Button
                    variant="ghost"
                    size="sm"
                    aria-describedby={describedBy}
                    onClick={() => void apart(match)}
                  >
                    {t("apart")}
                  </Button>
                </>
              ) : null
            }
          </MatchLine>
        ))}
      </ul>
      {merging ? (
        <MergePreview
          pair={[customer, merging.customer]}
          timeZone={timeZone}
          onClose={() => setMerging(null)}
          onMerged={(into) => {
            setMerging(null);
            void client.invalidateQueries({ queryKey: ["duplicates"] });
            onMerged(into);
          }}
        />
      ) : null}
    </>,
  );
}
