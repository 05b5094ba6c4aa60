import type { SalesDay } from "./read-sales";
import type { VisitorCount, VisitorCounts } from "./read-visitors";
import type { KpiDto, OverviewDto } from "./schemas";

/** The figures of sales from the days they are counted by. Without a comparison, `previous` is null. */
export function computeKpis(current: SalesDay[], previous: SalesDay[] | null): OverviewDto["kpis"] {
  const now = total(current);
  const before = previous && total(previous);
  return {
    netRevenue: kpi(netMinor(now), before && netMinor(before), current.map(netMinor)),
    orders: kpi(
      now.orders,
      before?.orders ?? null,
      current.map((day) => day.orders),
    ),
    averageOrderValue: kpi(averageMinor(now), before && averageMinor(before), current.map(averageMinor)),
  };
}

export function conversionKpi(visitors: VisitorCounts, isCompared: boolean): KpiDto {
  return kpi(share(visitors.current), isCompared ? share(visitors.previous) : null, visitors.days.map(share));
}

export function netMinor(day: SalesDay): number {
  return day.grossMinor - day.refundMinor;
}

function averageMinor(day: SalesDay): number | null {
  return day.orders === 0 ? null : Math.round(day.grossMinor / day.orders);
}

function share({ visitors, buyers }: VisitorCount): number | null {
  return visitors === 0 ? null : buyers / visitors;
}

function total(days: SalesDay[]): SalesDay {
  const sum = { orders: 0, grossMinor: 0, refundMinor: 0 };
  for (const day of days) {
    sum.orders += day.orders;
    sum.grossMinor += day.grossMinor;
    sum.refundMinor += day.refundMinor;
  }
  return sum;
}

function kpi(current: number | null, previous: number | null, series: (number | null)[]): KpiDto {
  const change = current !== null && previous ? (current - previous) / Math.abs(previous) : null;
  return { current, previous, change, series };
}
