"use client";

import { PageError, type PageErrorProps } from "../_shared/page-error";

export default function CustomersError(props: Omit<PageErrorProps, "area">) {
  return <PageError area="customers" {...props} />;
}
