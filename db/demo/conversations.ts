import { DAY_MS, HOUR_MS, hourWeights, MINUTE_MS } from "./calendar";
import { type DemoOrder, type DemoProduct, MARKETS, type Market, orderStatusAt } from "./model";
import { MARKET_SHARE } from "./people";
import { type Random, WeightedIndex } from "./random";
import type { DemoShop } from "./shop";
import { EN } from "./talk/en";
import { ES } from "./talk/es";
import { type DemoMessage, type Ending, Thread } from "./talk/thread";
import { type Script, type Stage, TOPICS, type Topic, type TopicId } from "./talk/topics";
import { ZH } from "./talk/zh";

export interface DemoAgent {
  id: string;
  name: string;
  /** How the agent signs, in the languages that they answer. */
  signatures: Partial<Record<Market, string>>;
}

export interface DemoConversation {
  id: string;
  visitorId: string;
  ending: Ending;
  language: Market;
  customer: number | null;
  agent: DemoAgent | null;
  intent: string;
  intentConfidence: number | null;
  slots: Record<string, unknown>;
  handoffReason: string | null;
  waitingSinceMs: number | null;
  snoozedUntilMs: number | null;
  resolvedAtMs: number | null;
  rating: number | null;
  ratingComment: string | null;
  beganAtMs: number;
  endedAtMs: number;
  messages: (DemoMessage & { id: string; atMs: number })[];
}

const SCRIPTS: Record<Market, Script> = { zh: ZH, en: EN, es: ES };
const TOPIC_IDS = Object.keys(TOPICS) as TopicId[];
const topicTable = new WeightedIndex(TOPIC_IDS.map((id) => TOPICS[id].weight));
const marketTable = new WeightedIndex(MARKETS.map((market) => MARKET_SHARE[market]));

/** The desk at the anchor, whatever the scale: it must look busy but under control. */
const UNRESOLVED: Record<Exclude<Ending, "resolved">, number> = {
  waiting: 12,
  assigned: 7,
  bot: 25,
  snoozed: 5,
};
const FULL_RESOLVED = 355;
const HISTORY_MS = 90 * DAY_MS;

/** Some 400 conversations of the last 90 days, in the order in which they began. */
export function buildConversations(shop: DemoShop, agents: readonly DemoAgent[]): DemoConversation[] {
  const endings: Ending[] = Array(Math.max(12, Math.round(FULL_RESOLVED * shop.scale))).fill("resolved");
  for (const [ending, count] of Object.entries(UNRESOLVED)) {
    for (let index = 0; index < count; index++) endings.push(ending as Ending);
  }
  const candidates = shop.orders.filter(
    (order) => order.customer !== null && order.placedAtMs > shop.anchorMs - HISTORY_MS - 40 * DAY_MS,
  );
  const taken = new Set<string>();
  const conversations = endings.map((ending, index) =>
    converse(shop, agents, candidates, taken, shop.random.fork(`conversation/${index}`), ending),
  );
  return conversations.sort((one, other) => one.beganAtMs - other.beganAtMs);
}

function converse(
  shop: DemoShop,
  agents: readonly DemoAgent[],
  candidates: readonly DemoOrder[],
  taken: Set<string>,
  random: Random,
  ending: Ending,
): DemoConversation {
  const endedAtMs = chooseEnd(shop, random, ending);
  const { market, topicId, topic, order } = chooseMatter(random, candidates, taken, endedAtMs, ending);
  const product = order
    ? shop.products[random.pick(order.lines).product]
    : shop.products[shop.shelf.draw(random, endedAtMs, market, null)];
  const agent = random.pick(agents.filter((candidate) => market in candidate.signatures));
  const facts = {
    market,
    order,
    product: product as DemoProduct,
    agentName: agent.signatures[market] ?? agent.name,
  };
  const script = SCRIPTS[market];
  const thread = new Thread(random, script, topic, script.topics[topicId], facts, agent.name);
  const byPerson = perform(thread, random, topic, ending, script.topics[topicId].bot.length > 0, agent.name);
  const rated = ending === "resolved" ? rate(thread, random, script, byPerson) : null;
  const beganAtMs = endedAtMs - thread.lengthMs;
  return {
    id: shop.ids.at(beganAtMs),
    visitorId: shop.ids.at(beganAtMs),
    ending,
    language: market,
    customer: order?.customer ?? chooseAsker(shop, random, market, beganAtMs),
    agent: byPerson && ending !== "waiting" ? agent : null,
    intent: topic.intent,
    intentConfidence: thread.intentConfidence,
    slots: order && thread.knowsNumber ? { orderNumber: order.number } : {},
    handoffReason: thread.handoff?.reason ?? null,
    waitingSinceMs: waitingSince(thread, ending, beganAtMs),
    snoozedUntilMs: ending === "snoozed" ? shop.anchorMs + random.int(4, 44) * HOUR_MS : null,
    resolvedAtMs: ending === "resolved" ? beganAtMs + resolvedOffset(thread) : null,
    rating: rated?.rating ?? null,
    ratingComment: rated?.comment ?? null,
    beganAtMs,
    endedAtMs,
    messages: thread.messages.map((message) => ({
      ...message,
      id: shop.ids.at(beganAtMs + message.offsetMs),
      atMs: beganAtMs + message.offsetMs,
    })),
  };
}

/** Past conversations keep the hours of the day in which people shop. */
function chooseEnd(shop: DemoShop, random: Random, ending: Ending): number {
  let endedAtMs = shop.anchorMs - endAge(random, ending);
  for (let attempt = 0; ending === "resolved" && attempt < 20; attempt++) {
    const hour = Math.floor(((endedAtMs + 8 * HOUR_MS) % DAY_MS) / HOUR_MS);
    if (random.chance((hourWeights("zh")[hour] ?? 0) / 70)) break;
    endedAtMs = shop.anchorMs - endAge(random, ending);
  }
  return endedAtMs;
}

/** How long before the anchor the last message was written. */
function endAge(random: Random, ending: Ending): number {
  switch (ending) {
    case "waiting":
      return random.between(1, 52) * MINUTE_MS;
    case "assigned":
      return random.between(2, 150) * MINUTE_MS;
    case "bot":
      return random.between(0.5, 170) * MINUTE_MS;
    case "snoozed":
      return random.between(3, 40) * HOUR_MS;
    default:
      return 4 * HOUR_MS + random.next() ** 1.2 * (HISTORY_MS - DAY_MS);
  }
}

interface Matter {
  market: Market;
  topicId: TopicId;
  topic: Topic;
  order: DemoOrder | null;
}

/** A topic and, where it is about an order, one that was in that state at the time. */
function chooseMatter(
  random: Random,
  candidates: readonly DemoOrder[],
  taken: Set<string>,
  atMs: number,
  ending: Ending,
): Matter {
  for (let attempt = 0; attempt < 60; attempt++) {
    const market = MARKETS[marketTable.draw(random)] as Market;
    const topicId = TOPIC_IDS[topicTable.draw(random)] as TopicId;
    const topic: Topic = TOPICS[topicId];
    if (ending === "bot" && topic.humanShare === 1) continue;
    // What people still work on at the anchor is mostly what needs people.
    if (ending !== "bot" && ending !== "resolved" && random.chance(0.85 - topic.humanShare)) continue;
    if (topic.stage === "none" || topic.stage === "product") return { market, topicId, topic, order: null };
    const order = findOrder(random, candidates, taken, market, topic.stage, atMs);
    if (!order) continue;
    taken.add(order.number);
    return { market, topicId, topic, order };
  }
  return { market: "zh", topicId: "shipping_fee", topic: TOPICS.shipping_fee, order: null };
}

function findOrder(
  random: Random,
  candidates: readonly DemoOrder[],
  taken: Set<string>,
  market: Market,
  stage: Stage,
  atMs: number,
): DemoOrder | null {
  const start = random.int(0, Math.max(0, candidates.length - 1));
  for (let step = 0; step < candidates.length; step++) {
    const order = candidates[(start + step) % candidates.length] as DemoOrder;
    if (order.market !== market || taken.has(order.number)) continue;
    // True when the talk began as well as when it ended.
    if (isAt(order, stage, atMs) && isAt(order, stage, atMs - 40 * MINUTE_MS)) return order;
  }
  return null;
}

function isAt(order: DemoOrder, stage: Stage, atMs: number): boolean {
  if (order.placedAtMs > atMs) return false;
  const status = orderStatusAt(order, atMs);
  const { shipment } = order;
  if (stage === "unshipped") return status === "paid" && order.cancelledAtMs === null;
  if (!shipment) return false;
  const back = order.return;
  switch (stage) {
    case "in_transit":
      return status === "shipped" && shipment.expectedAtMs > atMs;
    case "late":
      return status === "shipped" && shipment.expectedAtMs < atMs;
    case "delivered":
      return (
        status === "delivered" &&
        atMs - shipment.deliveredAtMs < 12 * DAY_MS &&
        (!back || back.requestedAtMs > atMs)
      );
    default:
      return !!back && back.requestedAtMs < atMs && back.refundedAtMs > atMs && !back.rejected;
  }
}

/** Plays the conversation to its ending. Returns whether a person took part or is asked for. */
function perform(
  thread: Thread,
  random: Random,
  topic: Topic,
  ending: Ending,
  botAnswers: boolean,
  actorName: string,
): boolean {
  thread.open();
  const byPerson =
    ending === "bot" ? false : ending !== "resolved" || !botAnswers || random.chance(topic.humanShare);
  if (!byPerson) {
    thread.answer();
    if (ending === "resolved" || random.chance(0.3)) {
      if (random.chance(0.75)) {
        thread.thank();
        thread.goodbye();
      }
    }
    if (ending === "resolved") thread.activity({ type: "resolved" }, random.between(60, 600));
    return false;
  }
  thread.handOff();
  if (ending === "waiting") {
    if (random.chance(0.35)) thread.nudge();
    return true;
  }
  thread.takeOver();
  if (ending === "assigned" || ending === "snoozed" || random.chance(0.2)) thread.note();
  if (ending === "resolved" || random.chance(0.45)) thread.accept();
  if (ending === "snoozed") thread.activity({ type: "snoozed", actorName }, 30);
  if (ending === "resolved") thread.activity({ type: "resolved", actorName }, random.between(20, 400));
  return true;
}

/** Nobody waits once the bot or an agent had the last word. */
function waitingSince(thread: Thread, ending: Ending, beganAtMs: number): number | null {
  if (ending === "waiting") return beganAtMs + (thread.handoff?.offsetMs ?? 0);
  if (ending !== "assigned") return null;
  const last = thread.messages.findLast(
    (message) => message.author === "customer" || message.author === "agent",
  );
  return last?.author === "customer" ? beganAtMs + last.offsetMs : null;
}

function resolvedOffset(thread: Thread): number {
  return (
    thread.messages.find((message) => message.activity?.type === "resolved")?.offsetMs ?? thread.lengthMs
  );
}

function rate(thread: Thread, random: Random, script: Script, byPerson: boolean) {
  if (!random.chance(0.46)) return null;
  const scores = byPerson ? [5, 5, 5, 5, 4, 4, 4, 3, 2, 1] : [5, 5, 5, 4, 4, 4, 3, 3, 2, 1];
  const rating = random.pick(scores);
  const comment = random.chance(0.35)
    ? random.pick(rating >= 4 ? script.phrases.praise : script.phrases.blame)
    : null;
  thread.activity({ type: "rated", detail: String(rating) }, random.between(20, 200));
  return { rating, comment };
}

/** Questions before buying come from strangers as often as from customers. */
function chooseAsker(shop: DemoShop, random: Random, market: Market, atMs: number): number | null {
  if (random.chance(0.45)) return null;
  for (let attempt = 0; attempt < 200; attempt++) {
    const index = random.int(0, shop.customers.length - 1);
    const customer = shop.customers[index];
    if (customer?.market === market && customer.joinedAtMs < atMs) return index;
  }
  return null;
}
