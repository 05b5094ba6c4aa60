import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { readPeriod } from "@/lib/platform/shop";
import { readAgents } from "./read-agents";
import { type ConversationFacts, readConversations } from "./read-conversations";
import { readFailing } from "./read-failing";
import { readSuggestions } from "./read-suggestions";
import { type ServiceQualityDto, type ServiceQualityInput, serviceQualityInput } from "./schemas";

/** How customers were served over a period of the shop's days, by the conversations that began in it. */
export async function getServiceQuality(
  ctx: Context,
  raw: ServiceQualityInput = {},
): Promise<ServiceQualityDto> {
  requirePermission(ctx, "metrics:read");
  const input = parseInput(serviceQualityInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const period = await readPeriod(tx, ctx, input);
    const [facts, failing, agents, suggestions] = await Promise.all([
      readConversations(tx, ctx, period),
      readFailing(tx, ctx, period),
      readAgents(tx, ctx, period),
      readSuggestions(tx, ctx, period),
    ]);
    const { from, to, timeZone, days } = period;
    return {
      ...{ from, to, timeZone, failing, agents, suggestions },
      conversations: {
        started: facts.length,
        withPerson: facts.filter(({ withPerson }) => withPerson).length,
        resolved: facts.filter(({ resolutionSeconds }) => resolutionSeconds !== null).length,
      },
      firstResponse: {
        ...toDurations(facts.map(({ firstResponseSeconds }) => firstResponseSeconds)),
        unanswered: facts.filter((one) => one.wasHandedOver && one.firstResponseSeconds === null).length,
      },
      resolution: toDurations(facts.map(({ resolutionSeconds }) => resolutionSeconds)),
      automation: toAutomation(facts),
      ratings: toRatings(facts),
      days: days.map((day) => {
        const ofDay = facts.filter((one) => one.day === day);
        const withPerson = ofDay.filter((one) => one.withPerson).length;
        return { day, byBot: ofDay.length - withPerson, withPerson };
      }),
    };
  });
}

function toDurations(seconds: readonly (number | null)[]) {
  const known = seconds.filter((one) => one !== null).sort((a, b) => a - b);
  return { count: known.length, medianSeconds: quantile(known, 0.5), p90Seconds: quantile(known, 0.9) };
}

/** Between the two nearest, as `percentile_cont` does (Hyndman and Fan 1996, type 7); null of none. */
function quantile(sorted: readonly number[], q: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * q;
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (above - below) * (at - Math.floor(at));
}

function toAutomation(facts: readonly ConversationFacts[]): ServiceQualityDto["automation"] {
  const judged = facts.filter(({ hasRested, wasAnswered }) => hasRested && wasAnswered);
  const withPerson = judged.filter((one) => one.withPerson).length;
  const recontacted = judged.filter((one) => !one.withPerson && one.cameBack).length;
  const automated = judged.length - withPerson - recontacted;
  const rate = judged.length > 0 ? automated / judged.length : null;
  return { judged: judged.length, automated, withPerson, recontacted, rate };
}

function toRatings(facts: readonly ConversationFacts[]): ServiceQualityDto["ratings"] {
  const given = facts.flatMap(({ rating }) => rating ?? []);
  const stars = [1, 2, 3, 4, 5].map((star) => given.filter((rating) => rating === star).length);
  if (given.length === 0) return { count: 0, mean: null, satisfied: null, stars };
  return {
    count: given.length,
    mean: given.reduce((sum, rating) => sum + rating, 0) / given.length,
    satisfied: given.filter((rating) => rating >= 4).length / given.length,
    stars,
  };
}
