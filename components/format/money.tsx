import { formatMoney } from "@/lib/core/money";

export interface MoneyProps {
  /** In the currency's minor unit: fen, cents; yen have none. */
  amountMinor: number;
  currency: string;
  locale: string;
  /** `compact` shortens (¥1.3M); the whole amount is then in the title. */
  display?: "full" | "compact";
  className?: string;
}

export function Money({ amountMinor, currency, locale, display = "full", className }: MoneyProps) {
  const amount = { amountMinor, currency };
  return (
    <data
      value={String(amountMinor)}
      title={display === "compact" ? formatMoney(amount, locale) : undefined}
      className={className ?? "whitespace-nowrap"}
    >
      {formatMoney(amount, locale, display)}
    </data>
  );
}
