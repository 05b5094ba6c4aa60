"use client";

import { PageError, type PageErrorProps } from "../_shared/page-error";

export default function ProductsError(props: Omit<PageErrorProps, "area">) {
  return <PageError area="products" {...props} />;
}
