"use client";

import { PageError, type PageErrorProps } from "../_shared/page-error";

export default function CouponsError(props: Omit<PageErrorProps, "area">) {
  return <PageError area="coupons" {...props} />;
}
