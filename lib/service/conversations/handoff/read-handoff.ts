import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { merchantIntents, merchants } from "@/db/schema";
import type { Context, Locale } from "@/lib/core/context";
import { type ConversationAct, readConversationActs } from "@/lib/data/after-sales";
import { getProductNames } from "@/lib/data/catalog";
import { type Memory, readMemory } from "@/lib/service/dialogue";
import type { ConversationRow } from "../internal";
import { HANDOFF_REASONS, type HandoffDto, type MessageDto, type MoodDto } from "../schemas";
import { type Episode, findEpisode } from "./find-episode";
import { listWishes, type Wish } from "./list-wishes";
import { readMood } from "./read-mood";
import { readProfile } from "./read-profile";
import { type HandoffFacts, summarizeHandoff } from "./summarize-handoff";
import { type Reader, wordLines } from "./word-lines";

/**
 * What the person who takes over must know, made of stored facts when somebody looks: nothing is guessed, nothing is
 * kept twice, and each reader gets it in their own language. Null while the bot has the conversation.
 * @param messages all of the conversation, in order.
 */
export async function readHandoff(
  tx: Transaction,
  ctx: Context,
  conversation: ConversationRow,
  messages: readonly MessageDto[],
): Promise<HandoffDto | null> {
  if (conversation.owner !== "human") return null;
  const episode = findEpisode(messages);
  const at =
    episode.handoff?.createdAt ?? episode.takeover?.createdAt ?? conversation.createdAt.toISOString();
  const memory = readMemory(conversation.slots);
  const wishes = listWishes(memory, episode.before);
  const since = new Date(episode.messages[0]?.createdAt ?? conversation.createdAt);
  const [acts, profile, shop] = await Promise.all([
    readConversationActs(tx, ctx.merchantId, { conversationId: conversation.id, since }),
    readProfile(tx, ctx, conversation),
    readShop(tx, ctx),
  ]);
  const sentiment = readMood(messages);
  const facts = gatherFacts(conversation, { episode, memory, wishes, acts, sentiment });
  const names = await readItemNames(ctx, [...wishes, ...acts]);
  const lines = wordLines(summarizeHandoff(facts, names), readerOf(ctx, shop));
  const takenAt = episode.takeover?.createdAt ?? null;
  return {
    at,
    reason: HANDOFF_REASONS.find((known) => known === facts.reason) ?? null,
    takenAt,
    waitedSeconds: Math.max(
      0,
      Math.round((Date.parse(takenAt ?? ctx.now().toISOString()) - Date.parse(at)) / 1000),
    ),
    promisedAt: facts.promise?.at ?? null,
    lines,
    summary: lines.map(({ text }) => text).join("\n"),
    sentiment,
    profile,
  };
}

interface Read {
  episode: Episode;
  memory: Memory;
  wishes: Wish[];
  acts: ConversationAct[];
  sentiment: HandoffDto["sentiment"];
}

function gatherFacts(conversation: ConversationRow, read: Read): HandoffFacts {
  const { episode, memory, wishes, acts, sentiment } = read;
  const line = episode.handoff?.activity ?? null;
  const articles = episode.before.flatMap(({ author, sources }) =>
    author === "bot" ? sources.filter(({ type }) => type === "article").map(({ label }) => label) : [],
  );
  return {
    reason: line?.reason ?? (episode.handoff ? conversation.handoffReason : null),
    intent: line?.detail ?? null,
    wishes,
    acts,
    articles: [...new Set(articles)],
    identity: identityOf(conversation, memory),
    promise: line ? { at: line.promisedAt ?? null } : null,
    language: conversation.language,
    trend: sentiment.trend,
    feeling: lately(sentiment.points),
  };
}

/** A stranger's order can only have come into a task by being proven. */
function identityOf({ customerId }: ConversationRow, memory: Memory): HandoffFacts["identity"] {
  const { tasks = [], past = [], contact, failedAttempts = 0 } = memory;
  const order = [...past, ...tasks].findLast(({ values }) => values.order)?.values.order?.label ?? null;
  return {
    level: customerId ? "vouched" : order ? "proven" : "none",
    order,
    contact: contact?.email ? "email" : contact?.phone ? "phone" : null,
    failed: failedAttempts,
  };
}

interface Shop {
  timeZone: string;
  intents: Map<string, Partial<Record<"zh" | "en" | "es", string>>>;
}

async function readShop(tx: Transaction, ctx: Context): Promise<Shop> {
  const [shop] = await tx
    .select({ timeZone: merchants.timeZone })
    .from(merchants)
    .where(eq(merchants.id, ctx.merchantId));
  const intents = await tx
    .select({ id: merchantIntents.id, name: merchantIntents.name })
    .from(merchantIntents)
    .where(eq(merchantIntents.merchantId, ctx.merchantId));
  return {
    timeZone: shop?.timeZone ?? "UTC",
    intents: new Map(intents.map(({ id, name }) => [id, name])),
  };
}

function readerOf({ locale }: Context, { timeZone, intents }: Shop): Reader {
  return {
    locale,
    timeZone,
    ownIntent: (id) => pickName(intents.get(id) ?? {}, locale),
  };
}

/** Products in the reader's language: the memory has them as the customer calls them. */
async function readItemNames(
  ctx: Context,
  about: readonly { items: Wish["items"] }[],
): Promise<(items: Wish["items"]) => string> {
  const ids = about.flatMap(({ items }) => items.flatMap(({ productId }) => productId ?? []));
  // What was written about can be read in the thread, so that no permission of its own is asked for.
  const reader: Context = { ...ctx, actor: { type: "system", name: "handoff" } };
  const names = ids.length > 0 ? await getProductNames(reader, [...new Set(ids)]) : {};
  const list = new Intl.ListFormat(ctx.locale, { type: "conjunction" });
  const nameItem = ({ productId, quantity, label }: Wish["items"][number]) => {
    const known = productId ? names[productId] : undefined;
    const name = known ? pickName(known.name, ctx.locale) : label;
    return name ? [quantity > 1 ? `${name} ×${quantity}` : name] : [];
  };
  return (items) => list.format(items.flatMap(nameItem));
}

function pickName(
  name: Partial<Record<"zh" | "en" | "es", string | undefined>>,
  locale: Locale,
): string | undefined {
  const language = locale === "zh-CN" ? "zh" : locale;
  return name[language] ?? name.en ?? name.zh ?? name.es;
}

/** Of the last three messages in the mean: one word for a person is no bad mood. */
function lately(points: MoodDto["points"]): number | null {
  const last = points.slice(-3);
  return last.length > 0 ? last.reduce((sum, { score }) => sum + score, 0) / last.length : null;
}
