"use client";

import { useTranslations } from "use-intl";
import { NativeSelect } from "@/components/ui/native-select";
import { isOrder, ORDERS, type Order } from "../_live/views";
import { AvailabilitySwitch } from "./availability-switch";

interface OrderChoiceProps {
  order: Order;
  onChoose: (order: Order) => void;
}

/** In which order the list stands: what happened last, or what is due first. */
export function OrderChoice({ order, onChoose }: OrderChoiceProps) {
  const t = useTranslations("staffing.due");
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
    </div>
  );
}
