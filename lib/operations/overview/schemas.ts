import { z } from "zod";
import { daysBetween } from "@/lib/core/dates";

const MAX_DAYS = 3_700;

export const getOverviewInput = z
  .object({
    /** First and last calendar day, both included, in the shop's time zone. */
    from: z.iso.date(),
    to: z.iso.date(),
    compare: z.enum(["previous", "none"]).default("previous"),
  })
  .refine(({ from, to }) => from <= to, { message: "The last day is before the first.", path: ["to"] })
  .refine(({ from, to }) => daysBetween(from, to) < MAX_DAYS, {
    message: `Choose at most ${MAX_DAYS} days.`,
    path: ["to"],
  });
export type GetOverviewInput = z.input<typeof getOverviewInput>;

/** A figure of the period beside the one before. Null: there is nothing from which to compute it. */
export interface KpiDto {
  current: number | null;
  previous: number | null;
  /** Relative: 0.12 is 12 % more than before; null where there is no former figure, or it is 0. */
  change: number | null;
  /** By day of the current period. */
  series: (number | null)[];
}

export interface RevenueDayDto {
  day: string;
  currentMinor: number;
  /** The day that stands at the same place in the period before; null without a comparison. */
  previousDay: string | null;
  previousMinor: number | null;
}

export interface WaitingConversationDto {
  id: string;
  /** Null for a visitor without a record. */
  customerName: string | null;
  channel: string;
  handoffReason: string | null;
  waitingSince: string | null;
}

export interface StockAlertDto {
  productId: string;
  sku: string;
  name: { zh?: string; en?: string; es?: string };
  /** On hand less reserved. */
  available: number;
  reorderPoint: number;
  /** Units sold in the last 28 days. */
  sold28Days: number;
  /** Days until nothing is left at the pace of the last 28 days; null where nothing was sold. */
  daysOfCover: number | null;
}

export interface OverviewDto {
  period: { from: string; to: string; days: number };
  comparison: { from: string; to: string } | null;
  timeZone: string;
  currency: string;
  asOf: string;
  kpis: {
    /** Minor units: orders placed, without pending and cancelled ones, less refunds of returns in the period. */
    netRevenue: KpiDto;
    orders: KpiDto;
    /** Minor units: order totals before refunds, by order. */
    averageOrderValue: KpiDto;
  };
  revenue: RevenueDayDto[];
  conversations: {
    open: number;
    bot: number;
    human: number;
    /** With the desk, and taken by nobody yet. */
    waiting: number;
    waitingList: WaitingConversationDto[];
  };
  stock: { alerts: number; top: StockAlertDto[] };
  /** Days of the first and the last order; null before there is any. */
  dataRange: { from: string; to: string } | null;
}
