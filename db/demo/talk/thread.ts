import type { MessageActivity, MessageSource } from "../../schema/conversations";
import type { Random } from "../random";
import { type Facts, fillIn, suitableLines } from "./facts";
import type { HandoffReason, Script, Topic, TopicLines } from "./topics";

export interface DemoMessage {
  author: "customer" | "bot" | "agent" | "note" | "activity";
  text: string;
  activity: MessageActivity | null;
  intent: string | null;
  confidence: number | null;
  sources: MessageSource[] | null;
  /** Index in the thread of the customer message that a bot message answers. */
  answers: number | null;
  /** Milliseconds since the thread began. */
  offsetMs: number;
}

/** How far a conversation has come when it is looked at. */
export type Ending = "resolved" | "waiting" | "assigned" | "bot" | "snoozed";

const SECOND_MS = 1000;

/** Writes one conversation, message by message. Facts come from real orders; the wording from the script. */
export class Thread {
  readonly messages: DemoMessage[] = [];
  /** Whether the order's number was said, so that the bot's slot holds it. */
  knowsNumber = false;
  intentConfidence: number | null = null;
  handoff: { reason: HandoffReason; offsetMs: number } | null = null;
  private offsetMs = 0;
  private lastCustomer = 0;

  constructor(
    private readonly random: Random,
    private readonly script: Script,
    private readonly topic: Topic,
    private readonly lines: TopicLines,
    private readonly facts: Facts,
    /** The agent's account, named in activity lines. */
    private readonly actorName: string,
  ) {}

  /** The customer's question and, where the bot has one, its answer. */
  open(): void {
    const { random, script } = this;
    if (random.chance(0.22)) {
      this.customer(random.pick(script.phrases.hello), "greeting", 0.97);
    }
    const ask = this.pickLine(this.lines.asks);
    const confidence =
      this.topic.reason === "low_confidence" ? random.between(0.66, 0.94) : random.between(0.78, 0.99);
    this.intentConfidence = round(confidence);
    this.customer(ask, this.topic.intent, confidence);
    const needsOrder = this.topic.stage !== "none" && this.topic.stage !== "product";
    if (needsOrder && !this.knowsNumber && random.chance(0.6)) {
      this.bot(random.pick(script.phrases.askNumber), false);
      this.customer(random.pick(script.phrases.giveNumber), "provide_info", random.between(0.9, 0.99));
    }
  }

  answer(): void {
    this.bot(this.pickLine(this.lines.bot), true);
  }

  /** To a person: at the customer's wish, or because the bot cannot do it or is not sure. */
  handOff(): void {
    const { random, script } = this;
    const { reason } = this.topic;
    if (reason === "low_confidence" && this.lines.bot.length > 0) {
      this.intentConfidence = round(random.between(0.31, 0.54));
      const asked = this.messages.find((message) => message.intent === this.topic.intent);
      if (asked) asked.confidence = this.intentConfidence;
    } else if (
      reason === "asked_for_human" &&
      this.topic.intent !== "human_agent" &&
      this.lines.bot.length > 0
    ) {
      this.answer();
      this.customer(random.pick(script.phrases.wantPerson), "human_agent", random.between(0.88, 0.99));
    }
    this.bot(random.pick(script.phrases.handoff), false);
    this.activity({ type: "handoff", reason }, 0.2);
    this.handoff = { reason, offsetMs: this.offsetMs };
  }

  takeOver(): void {
    const { random, script } = this;
    this.activity({ type: "takeover", actorName: this.actorName }, random.between(18, 240));
    this.agent(random.pick(script.phrases.agentHello), random.between(6, 30));
    this.agent(this.pickLine(this.lines.agent), random.between(25, 150));
    if (random.chance(0.5)) this.agent(random.pick(script.phrases.agentDone), random.between(4, 15));
  }

  note(): void {
    this.push("note", this.fill(this.random.pick(this.script.phrases.notes)), this.random.between(20, 120));
  }

  accept(): void {
    this.customer(this.random.pick(this.script.phrases.accept), "affirm", this.random.between(0.8, 0.97));
  }

  nudge(): void {
    this.customer(this.random.pick(this.script.phrases.nudge), "human_agent", this.random.between(0.6, 0.9));
  }

  thank(): void {
    this.customer(this.random.pick(this.script.phrases.thanks), "thanks", this.random.between(0.9, 0.99));
  }

  goodbye(): void {
    this.bot(this.random.pick(this.script.phrases.goodbye), false);
  }

  activity(activity: MessageActivity, afterSeconds: number): void {
    this.push("activity", "", afterSeconds).activity = activity;
  }

  get lengthMs(): number {
    return this.offsetMs;
  }

  private customer(template: string, intent: string, confidence: number): void {
    if (template.includes("{number}")) this.knowsNumber = true;
    const text = this.fill(template);
    // People read what they were sent and type some four characters a second.
    const message = this.push("customer", text, this.random.between(8, 40) + text.length / 4);
    message.intent = intent;
    message.confidence = round(confidence);
    this.lastCustomer = this.messages.length - 1;
  }

  private bot(template: string, isAnswer: boolean): void {
    const message = this.push("bot", this.fill(template), this.random.between(0.3, 1.6));
    message.answers = this.lastCustomer;
    if (isAnswer) {
      message.intent = this.topic.intent;
      message.confidence = this.intentConfidence;
      message.sources = this.sources();
    }
  }

  private agent(template: string, afterSeconds: number): void {
    this.push("agent", this.fill(template), afterSeconds);
  }

  private sources(): MessageSource[] | null {
    const { order, product, market } = this.facts;
    if (this.topic.stage === "product")
      return [{ type: "product", id: product.id, label: product.name[market] }];
    return order ? [{ type: "order", id: order.id, label: order.number }] : null;
  }

  private pickLine(lines: readonly string[]): string {
    return this.random.pick(suitableLines(lines, this.facts.product));
  }

  private fill(template: string): string {
    return fillIn(template, this.facts);
  }

  private push(author: DemoMessage["author"], text: string, afterSeconds: number): DemoMessage {
    this.offsetMs += this.messages.length === 0 ? 0 : Math.ceil(afterSeconds * SECOND_MS);
    const message: DemoMessage = {
      author,
      text,
      activity: null,
      intent: null,
      confidence: null,
      sources: null,
      answers: null,
      offsetMs: this.offsetMs,
    };
    this.messages.push(message);
    return message;
  }
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
