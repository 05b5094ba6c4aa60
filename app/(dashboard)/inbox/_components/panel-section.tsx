import type { ReactNode } from "react";

export function Section({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="border-b px-4 py-3.5 last:border-b-0">
      {title ? <h3 className="mb-2 font-medium text-ink-3 text-xs">{title}</h3> : null}
      {children}
    </section>
  );
}
