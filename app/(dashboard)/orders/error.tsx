"use client";

import { PageError, type PageErrorProps } from "../_shared/page-error";

export default function OrdersError(props: Omit<PageErrorProps, "area">) {
  return <PageError area="orders" {...props} />;
}
