"use client";

import { PageError, type PageErrorProps } from "../_shared/page-error";

export default function ComplaintsError(props: Omit<PageErrorProps, "area">) {
  return <PageError area="complaints" {...props} />;
}
