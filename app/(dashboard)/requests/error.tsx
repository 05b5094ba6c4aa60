"use client";

import { PageError, type PageErrorProps } from "../_shared/page-error";

export default function RequestsError(props: Omit<PageErrorProps, "area">) {
  return <PageError area="requests" {...props} />;
}
