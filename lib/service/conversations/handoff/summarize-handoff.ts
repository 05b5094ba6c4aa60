import type { ConversationAct } from "@/lib/data/after-sales";
import type { HandoffLineDto } from "../schemas";
import type { Wish } from "./list-wishes";

/** A line before it is worded. */
export type Line = Omit<HandoffLineDto, "text">;

/** What is known about a conversation that a person shall go on with. Nothing in it is a guess. */
export interface HandoffFacts {
  reason: string | null;
  /** What the message asked for that brought it to people. */
  intent: string | null;
  wishes: readonly Wish[];
  /** What was done about orders in this conversation, and by whom. */
  acts: readonly ConversationAct[];
  /** Titles of the articles that the bot answered from. */
  articles: readonly string[];
  identity: {
    /** How the customer is known: vouched for, by an order that they proved, or not at all. */
    level: "vouched" | "proven" | "none";
    order: string | null;
    contact: "email" | "phone" | null;
    /** Tries that matched no order. */
    failed: number;
  };
  /** Null where nothing was promised; `at` where it was said when people are back. */
  promise: { at: string | null } | null;
  language: string | null;
  trend: "rising" | "falling" | "even" | "unknown";
  /** Of the latest message, -1–1. */
  feeling: number | null;
}

type ItemNames = (items: Wish["items"]) => string;

/** Facts as lines in the order in which an agent needs them. The words come later, in the reader's language. */
export function summarizeHandoff(facts: HandoffFacts, itemNames: ItemNames): Line[] {
  return [
    ...whyLines(facts),
    ...facts.wishes.map((wish) => wishLine(wish, itemNames)),
    ...facts.acts.map((act) => actLine(act, itemNames)),
    ...(facts.articles.length > 0
      ? [line("did", "articles", { titles: facts.articles.join("\n"), count: facts.articles.length })]
      : []),
    ...identityLines(facts),
    ...promiseLines(facts),
    ...moodLines(facts),
  ];
}

const line = (group: Line["group"], key: string, values: Line["values"] = {}): Line => ({
  group,
  key: `${group}.${key}`,
  values,
});

function whyLines({ reason, intent }: HandoffFacts): Line[] {
  if (reason === null) return [line("why", "taken")];
  return [line("why", reason, intent ? { intent } : {})];
}

function wishLine(wish: Wish, itemNames: ItemNames): Line {
  const items = itemNames(wish.items);
  return line("wants", wish.state, {
    [wish.is]: wish.id,
    ...(wish.order ? { order: wish.order } : {}),
    ...(items ? { items } : {}),
    ...(wish.waitsFor ? { waitsFor: wish.waitsFor } : {}),
    ...(wish.because ? { because: wish.because } : {}),
  });
}

function actLine(act: ConversationAct, itemNames: ItemNames): Line {
  const items = itemNames(act.items);
  return line("did", act.kind, {
    ...(act.order ? { order: act.order } : {}),
    ...(act.number ? { number: act.number } : {}),
    ...(items ? { items } : {}),
    ...moneyOf("refund", act.refund),
    ...moneyOf("due", act.due),
    ...(act.text ? { text: act.text } : {}),
    ...(act.isOpen ? { open: 1 } : {}),
    ...(act.by ? { by: act.by } : {}),
  });
}

function moneyOf(name: "refund" | "due", money: ConversationAct["refund"]): Line["values"] {
  if (!money) return {};
  return { [`${name}Minor`]: money.amountMinor, [`${name}Currency`]: money.currency };
}

function identityLines({ identity }: HandoffFacts): Line[] {
  const { level, order, contact, failed } = identity;
  const about = { ...(order ? { order } : {}), ...(contact ? { contact } : {}) };
  return [
    line("identity", level, level === "proven" ? about : {}),
    ...(failed > 0 ? [line("identity", "failed", { count: failed })] : []),
  ];
}

function promiseLines({ promise }: HandoffFacts): Line[] {
  if (!promise) return [];
  return [promise.at ? line("promise", "back", { at: promise.at }) : line("promise", "soon")];
}

function moodLines({ language, trend, feeling }: HandoffFacts): Line[] {
  return [
    ...(language ? [line("mood", "language", { language })] : []),
    ...(feeling === null ? [] : [line("mood", trend, { feeling })]),
  ];
}
