import type { ReactNode } from "react";

export interface Fact {
  label: ReactNode;
  /** Left out where the record does not say. */
  value: ReactNode;
}

/** Names and values, a hairline between; what is not known is not shown. */
export function Facts({ facts }: { facts: (Fact | false | null | undefined)[] }) {
  return (
    <dl className="text-compact">
      {facts.map((fact, index) =>
        fact && fact.value !== null && fact.value !== undefined && fact.value !== "" ? (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of the facts does not change
            key={index}
            className="flex items-baseline justify-between gap-4 border-t py-2 first:border-t-0"
          >
            <dt className="shrink-0 text-ink-3">{fact.label}</dt>
            <dd className="min-w-0 break-words text-right">{fact.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
