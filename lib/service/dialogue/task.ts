import type { MessageSource } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { Money } from "@/lib/core/money";
import type { RefusalReason } from "@/lib/data/after-sales/schemas";
import type { Filled, Memory } from "./memory";
import type { Option } from "./reading/choose-option";
import type { Consent } from "./reading/consent";
import type { Language, Reply, Turn } from "./types";
import type { BotWords } from "./words";

/** One turn of a conversation, as slots and tasks see it. */
export interface Dialogue {
  ctx: Context;
  turn: Turn;
  memory: Memory;
  language: Language;
  words: BotWords;
  consent: Consent;
  /** What opened the task in hand; empty where that is this very message, or not known. */
  opening: string;
  /** What is said is a draft for a person to send: nothing is written down for it. */
  isDraft?: true;
}

export type Values = Readonly<Record<string, Filled>>;

/** What came of looking for a slot's value. */
export type SlotOutcome =
  | { is: "filled"; filled: Filled; remember?: Partial<Memory> }
  | Question
  /** The task ends here: it cannot be done, or not by the bot. */
  | { is: "over"; answer: Answer; remember?: Partial<Memory> };

/** `isMiss`: something was given, and it leads nowhere. */
export interface Question {
  is: "question";
  text: string;
  offered?: Option[];
  isMiss?: boolean;
  remember?: Partial<Memory>;
}

/** Something a task must know. */
export interface Slot {
  /**
   * Looks for the value in the message and in what is remembered; else says what to ask.
   * @param isAsked whether the message answers this very question.
   * @param before what the message corrects.
   */
  fill(dialogue: Dialogue, values: Values, isAsked: boolean, before?: Filled): Promise<SlotOutcome>;
  /** Whether the message has something for the slot, though it may lead nowhere. */
  hears(dialogue: Dialogue): boolean;
  /** Whether the message, in answer to the question, can be nothing but its answer, whatever else it resembles. */
  claims?(dialogue: Dialogue): boolean;
  /** Whether the slot hears the message only because any words would do. */
  takesAnything?(dialogue: Dialogue): boolean;
  /** Whether the message has something for the slot beside whatever else it asks for. */
  alsoHears?(dialogue: Dialogue): boolean;
  /** The value holds whatever the slots before it are corrected to. */
  stands?: true;
  /**
   * What was chosen is said again with the next question: `later` where it goes without saying in answer to the message
   * that opened the task.
   */
  isEchoed?: "always" | "later";
  /** Whether the message wants something more besides what is held: "and the cups as well". */
  adds?(dialogue: Dialogue, held: Filled): boolean;
  /** Whether the message names another value than the one that is held. */
  isCorrected?(dialogue: Dialogue, held: Filled): boolean;
}

/** What a task says when it has done its part. */
export interface Answer {
  text: string;
  sources?: MessageSource[];
  handoff?: Reply["handoff"];
  /** What was talked of by it, as "it" means from now on. */
  remember?: Partial<Memory>;
  /** Why the shop's rules do not allow what was asked for. */
  refusal?: RefusalReason;
}

/** What the last question offered for a slot of this name. */
export function offeredFor({ memory }: Dialogue, slot: string): Option[] {
  return memory.offered?.slot === slot ? memory.offered.options : [];
}

/** What a task will do when the customer says yes. */
export interface Prepared {
  question: string;
  sources?: MessageSource[];
  /** What the shop or the customer could lose by it; above the shop's limit a person does it. */
  stake?: Money | null;
  /** The message itself asks for it in so many words, and what is done can be undone by another. */
  isAgreed?: true;
}

/**
 * What the bot can do for a customer. A task that changes nothing has `answer`; one that does has `change`, and
 * acts after the customer has said yes to its question.
 */
export interface Task {
  id: string;
  /** Intents that open it. */
  opensOn: readonly string[];
  /** What is said to questions about the task itself, by their intents, where no article answers them. */
  asides?: Readonly<Record<string, Parameters<BotWords>[0]>>;
  /** Intents that are about it, after what is remembered, where no article answers them. */
  followsUp?: { on: readonly string[]; after(memory: Memory): boolean };
  /** Which task it becomes once the order is known: what has not left is changed, not exchanged. */
  turnsInto?(dialogue: Dialogue, values: Values): Promise<string | null>;
  /** Why nothing can come of it whatever else is said, once the order is known. */
  refuses?(dialogue: Dialogue, values: Values): Promise<Answer | null>;
  /** Tasks that whoever asks for this one wants no more, of the same order and items. */
  insteadOf?: readonly string[];
  /** In the order in which they are asked for. */
  slots: Readonly<Record<string, Slot>>;
  answer?(dialogue: Dialogue, values: Values): Promise<Answer>;
  change?: {
    /** What will be done, as a question; or why it cannot be. Changes nothing. */
    prepare(dialogue: Dialogue, values: Values): Promise<Prepared | { refusal: Answer }>;
    /** Whether the message says yes in words of the thing itself. */
    agrees?(dialogue: Dialogue): boolean;
    /** Does it, once for each key. */
    act(dialogue: Dialogue, values: Values, key: string): Promise<Answer>;
  };
}
