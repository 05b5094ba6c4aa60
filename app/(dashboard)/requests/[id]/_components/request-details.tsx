import { Card, CardContent } from "@/components/ui/card";
import {
  cancelledOrderDto,
  changedAddressDto,
  changedOrderLinesDto,
  grantedPriceProtectionDto,
  type OrderRequestDto,
  requestedExchangeDto,
  requestedInvoiceDto,
  requestedReturnDto,
} from "@/lib/data/after-sales/schemas";
import type { DetailProps } from "./detail-words";
import { ChangedLines, ExchangedGoods, LoweredPrices, ReleasedGoods, ReturnedGoods } from "./goods-details";
import { ChangedAddress, Invoice, ReturnLabel } from "./paper-details";

/** What was granted, by kind. Details of erased customers are empty, and no longer fit their schema. */
export function RequestDetails({ request, ...props }: DetailProps & { request: OrderRequestDto }) {
  const parts = detailsOf(request, props);
  return (
    parts ?? (
      <Card>
        <CardContent>
          <p className="text-compact text-ink-3">{props.t("detail.erased")}</p>
        </CardContent>
      </Card>
    )
  );
}

function detailsOf({ kind, details, refund }: OrderRequestDto, props: DetailProps) {
  switch (kind) {
    case "return": {
      const { data } = requestedReturnDto.shape.details.safeParse(details);
      return data ? (
        <>
          <ReturnedGoods details={data} {...props} />
          <ReturnLabel label={data.label} {...props} />
        </>
      ) : null;
    }
    case "exchange": {
      const { data } = requestedExchangeDto.shape.details.safeParse(details);
      return data ? (
        <>
          <ExchangedGoods details={data} {...props} />
          <ReturnLabel label={data.label} {...props} />
        </>
      ) : null;
    }
    case "cancel": {
      const { data } = cancelledOrderDto.shape.details.safeParse(details);
      return data ? <ReleasedGoods details={data} {...props} /> : null;
    }
    case "change_lines": {
      const { data } = changedOrderLinesDto.shape.details.safeParse(details);
      return data ? <ChangedLines details={data} {...props} /> : null;
    }
    case "change_address": {
      const { data } = changedAddressDto.shape.details.safeParse(details);
      return data ? <ChangedAddress details={data} {...props} /> : null;
    }
    case "invoice": {
      const { data } = requestedInvoiceDto.shape.details.safeParse(details);
      return data ? <Invoice details={data} {...props} /> : null;
    }
    case "price_protection": {
      const { data } = grantedPriceProtectionDto.shape.details.safeParse(details);
      return data ? (
        <LoweredPrices details={data} currency={refund?.currency ?? props.ctx.currency} {...props} />
      ) : null;
    }
  }
}

/** The products that a request names, by whatever field. */
export function productIdsOf({ details }: OrderRequestDto): string[] {
  const rows = [details.lines, details.released].flatMap((list) => (Array.isArray(list) ? list : []));
  const ids = (rows as Record<string, unknown>[]).flatMap(({ productId, fromProductId, toProductId }) => [
    ...[productId, fromProductId, toProductId].filter((id) => typeof id === "string"),
  ]);
  return [...new Set(ids)];
}
