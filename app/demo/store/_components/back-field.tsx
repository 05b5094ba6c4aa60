"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** Where the choice was made, so that the visitor comes back there. */
export function BackField() {
  const pathname = usePathname();
  const query = useSearchParams().toString();
  return <input type="hidden" name="back" value={query ? `${pathname}?${query}` : pathname} />;
}
