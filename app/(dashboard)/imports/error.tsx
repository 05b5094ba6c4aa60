"use client";

import { PageError, type PageErrorProps } from "../_shared/page-error";

export default function ImportsError(props: Omit<PageErrorProps, "area">) {
  return <PageError area="imports" {...props} />;
}
