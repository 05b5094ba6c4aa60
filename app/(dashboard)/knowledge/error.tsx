"use client";

import { PageError, type PageErrorProps } from "../_shared/page-error";

export default function KnowledgeError(props: Omit<PageErrorProps, "area">) {
  return <PageError area="knowledge" {...props} />;
}
