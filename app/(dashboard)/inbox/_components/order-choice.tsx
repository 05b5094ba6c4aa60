"use client";

import { ListChecks } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { isOrder, ORDERS, type Order } from "../_live/views";
import { AvailabilitySwitch } from "./availability-switch";

interface OrderChoiceProps {
  order: Order;
  onChoose: (order: Order) => void;
  /** Begins to choose rows; for fingers, and for whoever looks for a way. */
  onSelect?: (() => void) | undefined;
}

/** In which order the list stands: what happened last, or what is due first. */
export function OrderChoice({ order, onChoose, onSelect }: OrderChoiceProps) {
  const t = useTranslations("staffing.due");
  const acts = useTranslations("deskActs.bulk");
  return (
    <div className="flex shrink-0 items-center justify-between gap-3 border-b px-3.5 py-1.5">
      <NativeSelect
        aria-label={t("sort")}
        className="h-7 max-w-40 [&>select]:h-7 [&>select]:text-xs"
        value={order}
        onChange={({ target }) => onChoose(isOrder(target.value) ? target.value : "recent")}
      >
        {ORDERS.map((each) => (
          <option key={each} value={each}>
            {t(each)}
          </option>
        ))}
      </NativeSelect>
      <AvailabilitySwitch />
      {onSelect ? (
        <Button
          variant="ghost"
          size="icon"
          aria-label={acts("select")}
          title={acts("select")}
          onClick={onSelect}
          data-select-rows
          className="-mr-1.5 ml-auto size-7"
        >
          <ListChecks aria-hidden />
        </Button>
      ) : null}
    </div>
  );
}
