import { formatNumber, formatPercent } from "@/components/format/format-number";

interface ShareRow {
  key: string;
  label: string;
  count: number;
}

/** Parts of a whole as bars under their names, with their number and share in words beside them. */
export function ShareRows({ rows, locale }: { rows: ShareRow[]; locale: string }) {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <ul className="grid gap-3">
      {rows.map(({ key, label, count }) => (
        <li key={key} data-part={key}>
          <div className="flex items-baseline justify-between gap-3 text-compact">
            <span>{label}</span>
            <span className="text-ink-2 tabular-nums">
              {formatNumber(count, locale)} · {formatPercent(total > 0 ? count / total : 0, locale)}
            </span>
          </div>
          <svg width="100%" height="6" aria-hidden="true" className="mt-1 block">
            <rect width="100%" height="6" rx="3" fill="var(--chip)" />
            <rect width={`${total > 0 ? (100 * count) / total : 0}%`} height="6" rx="3" fill="var(--blue)" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
