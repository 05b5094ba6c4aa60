import "server-only";

import { can } from "@/lib/core/permissions";
import { getCustomer, getCustomerSummary } from "@/lib/data/customers";
import type { CustomerDto, CustomerSummaryDto } from "@/lib/data/customers/schemas";
import { listRecentOrders } from "@/lib/data/orders";
import type { OrderSummaryDto } from "@/lib/data/orders/schemas";
import type { PageContext } from "@/lib/platform/http/page-context";

/** What stands beside a conversation. Null where the reader's role does not show it. */
export interface CustomerContext {
  customer: CustomerDto | null;
  summary: CustomerSummaryDto | null;
  orders: OrderSummaryDto[] | null;
}

const ORDERS_SHOWN = 5;

export async function readCustomerContext(ctx: PageContext, customerId: string): Promise<CustomerContext> {
  const mayReadOrders = can(ctx.actor, "orders:read");
  if (!can(ctx.actor, "customers:read")) return { customer: null, summary: null, orders: null };
  const [customer, summary, orders] = await Promise.all([
    getCustomer(ctx, { id: customerId }),
    mayReadOrders ? getCustomerSummary(ctx, { id: customerId }) : null,
    mayReadOrders ? listRecentOrders(ctx, { customerId, limit: ORDERS_SHOWN }) : null,
  ]);
  return { customer, summary, orders };
}
