"use client";

import { PageError, type PageErrorProps } from "../_shared/page-error";

export default function UnderstandingError(props: Omit<PageErrorProps, "area">) {
  return <PageError area="understanding" {...props} />;
}
