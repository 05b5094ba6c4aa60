import { AppError } from "@/lib/core/errors";
import { mulberry32 } from "./seeded-random";

/** What a day's messages looked like to the text model. */
export interface DailyTextQuality {
  /** YYYY-MM-DD; one entry a day, in any order, days without messages may be absent. */
  day: string;
  messages: number;
  /** Mean confidence of the day's messages, 0–1. */
  meanConfidence: number;
  /** Messages below the threshold at which the desk acts. */
  lowConfidence: number;
  /** Messages whose intent a person corrected. */
  corrections: number;
}

/** A lasting change for the worse. */
export interface DriftAlert {
  kind: "confidence" | "corrections";
  /** What `before` and `after` are, all per message and in 0–1. */
  measure: "mean_confidence" | "low_confidence_share" | "correction_rate";
  /** First day of the worse time. */
  since: string;
  before: number;
  after: number;
  /** Share of random orders of the same days that show as great a change. */
  p: number;
}

/** The latest days that are looked at. */
const WINDOW_DAYS = 56;
/** A whole week at least, or a weekend would pass for a change. */
const LEAST_DAYS_AFTER = 7;
const LEAST_DAYS_BEFORE = 14;
/** Fewer messages than this on either side say nothing: a small shop is left alone. */
const LEAST_MESSAGES = 60;
const PERMUTATIONS = 999;
const LEVEL = 0.005;
/** Smaller changes may be real, but nobody would act on them. */
const LEAST_CHANGE = { mean_confidence: 0.03, low_confidence_share: 0.04, correction_rate: 0.02 } as const;

type Measure = DriftAlert["measure"];

const MEASURES: Record<DriftAlert["kind"], Measure[]> = {
  confidence: ["mean_confidence", "low_confidence_share"],
  corrections: ["correction_rate"],
};

/**
 * Looks for the day since which messages are understood worse: the largest drop over all ways to cut the days in two,
 * judged by a permutation test of whole days (Good 2005), which allows for the many cuts and for days that differ
 * by more than chance. At most one alert of each kind. By construction one look at a steady shop raises a false alarm
 * of each kind in at most 1 of 200 cases; measured over both, 0.4 to 1.1 % of looks (see the test).
 *
 * @throws AppError `invalid_input` for a day twice, or counts that cannot be.
 */
export function detectDrift(
  days: readonly DailyTextQuality[],
  options: { seed?: number } = {},
): DriftAlert[] {
  const window = latestDays(days);
  return (["confidence", "corrections"] as const).flatMap((kind) => {
    const alert = detectKind(kind, window, options.seed ?? 1);
    return alert ? [alert] : [];
  });
}

interface Series {
  measure: Measure;
  /** The measure of each day, so that more is worse. */
  badness: number[];
  /** Variance of one message's part, from the spread of the days. */
  variance: number;
}

interface Cut {
  at: number;
  series: Series;
  change: number;
  score: number;
}

function detectKind(
  kind: DriftAlert["kind"],
  days: readonly DailyTextQuality[],
  seed: number,
): DriftAlert | undefined {
  const messages = days.map((day) => day.messages);
  const all = MEASURES[kind]
    .map((measure) => toSeries(measure, days))
    .filter(({ variance }) => variance > 1e-12);
  const order = days.map((_, i) => i);
  const found = worstCut(all, messages, order);
  if (!found || found.change < LEAST_CHANGE[found.series.measure]) return undefined;
  const random = mulberry32(seed);
  let asGreat = 1;
  // Once p cannot come down to the level any more the rest is spared: nearly always, at a steady shop.
  for (let round = 0; round < PERMUTATIONS && asGreat <= LEVEL * (PERMUTATIONS + 1); round += 1) {
    shuffle(order, random);
    if ((worstCut(all, messages, order)?.score ?? 0) >= found.score) asGreat += 1;
  }
  const p = asGreat / (PERMUTATIONS + 1);
  if (p > LEVEL) return undefined;
  const { measure } = found.series;
  const over = (part: readonly DailyTextQuality[]) => {
    const total = part.reduce((sum, day) => sum + day.messages, 0);
    return part.reduce((sum, day) => sum + measureOf(measure, day) * day.messages, 0) / total;
  };
  const [before, after] = [over(days.slice(0, found.at)), over(days.slice(found.at))];
  return { kind, measure, since: days[found.at]!.day, before, after, p };
}

/** The cut after which the days are worst, in standard errors; none where a side has too few days or messages. */
function worstCut(
  all: readonly Series[],
  messages: readonly number[],
  order: readonly number[],
): Cut | undefined {
  const total = messages.reduce((sum, count) => sum + count, 0);
  let best: Cut | undefined;
  for (const series of all) {
    const whole = order.reduce((sum, i) => sum + series.badness[i]! * messages[i]!, 0);
    let sum = 0;
    let count = 0;
    for (let at = 1; at <= order.length - LEAST_DAYS_AFTER; at += 1) {
      const i = order[at - 1]!;
      sum += series.badness[i]! * messages[i]!;
      count += messages[i]!;
      const rest = total - count;
      if (at < LEAST_DAYS_BEFORE || count < LEAST_MESSAGES || rest < LEAST_MESSAGES) continue;
      const change = (whole - sum) / rest - sum / count;
      const score = change / Math.sqrt(series.variance * (1 / count + 1 / rest));
      if (score > (best?.score ?? 0)) best = { at, series, change, score };
    }
  }
  return best;
}

function toSeries(measure: Measure, days: readonly DailyTextQuality[]): Series {
  const sign = measure === "mean_confidence" ? -1 : 1;
  const badness = days.map((day) => sign * measureOf(measure, day));
  const total = days.reduce((sum, day) => sum + day.messages, 0);
  const mean = days.reduce((sum, day, i) => sum + badness[i]! * day.messages, 0) / total;
  const spread = days.reduce((sum, day, i) => sum + day.messages * (badness[i]! - mean) ** 2, 0);
  return { measure, badness, variance: days.length > 1 ? spread / (days.length - 1) : 0 };
}

function measureOf(measure: Measure, day: DailyTextQuality): number {
  if (measure === "mean_confidence") return day.meanConfidence;
  return (measure === "low_confidence_share" ? day.lowConfidence : day.corrections) / day.messages;
}

/** Days with messages among the latest, oldest first. */
function latestDays(days: readonly DailyTextQuality[]): DailyTextQuality[] {
  for (const { day, messages, meanConfidence, lowConfidence, corrections } of days) {
    const parts = [lowConfidence, corrections];
    const possible =
      /^\d{4}-\d{2}-\d{2}$/.test(day) &&
      Number.isFinite(messages) &&
      messages >= 0 &&
      parts.every((part) => part >= 0 && part <= messages) &&
      (messages === 0 || (meanConfidence >= 0 && meanConfidence <= 1));
    if (!possible) {
      throw new AppError(
        "invalid_input",
        `The figures of ${day} cannot be. Count that day's messages again.`,
      );
    }
  }
  if (new Set(days.map(({ day }) => day)).size !== days.length) {
    throw new AppError("invalid_input", "A day occurs twice. Add up its messages first.");
  }
  const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
  return sorted.slice(-WINDOW_DAYS).filter(({ messages }) => messages > 0);
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
