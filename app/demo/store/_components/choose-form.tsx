import type { ReactNode } from "react";
import { BackField } from "./back-field";

/** Buttons that keep a choice in a cookie; a plain form, so that it works before any script has loaded. */
export function ChooseForm({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <form method="post" action="/demo/store/choose" className={className}>
      <BackField />
      {children}
    </form>
  );
}
