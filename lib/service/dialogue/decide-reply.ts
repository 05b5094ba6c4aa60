import type { Context } from "@/lib/core/context";
import { advanceTask } from "./advance-task";
import { answerFromKnowledge } from "./answer-from-knowledge";
import { isAskingForHuman, isCall } from "./asks-for-human";
import { readSpentMinor } from "./escalation/at-stake";
import { type Memory, type OpenTask, readMemory, toStored } from "./memory";
import { namesOneProduct } from "./names-product";
import { asksForMoneyBack } from "./reading/asks-for-money-back";
import { asksForOthers } from "./reading/asks-in-words";
import { readConsent } from "./reading/consent";
import { isHeated } from "./reading/is-heated";
import { readMood } from "./reading/read-mood";
import { answersSlot, begin, isAboutProduct, openTasks, type Stack, stackTasks } from "./stack-tasks";
import type { Answer, Dialogue } from "./task";
import { followUpFor, taskById, taskFor } from "./tasks";
import { answerProductQuestion } from "./tasks/answer-product-question";
import { asksToFile, complain } from "./tasks/complain";
import { tellPromotions } from "./tasks/tell-promotions";
import { tellHours } from "./tell-hours";
import type { Clause, Language, Reply, Turn } from "./types";
import { botWords } from "./words";

const TALK = {
  greeting: "greeting",
  thanks: "thanks",
  goodbye: "goodbye",
  affirm: "acknowledge",
  deny: "acknowledge",
} as const;

/** Below this a detected language is a guess, and the conversation goes on in the language it had. */
const LANGUAGE_CONFIDENCE = 0.6;

/** Bad news told calmly is met with regret, and is no anger. */
const SADDEST_REPORT = -0.75;

const MOST_LETTERS_OF_NO_LANGUAGE = 3;
/** A few words of one language look like another's: "la 42 entonces". */
const MOST_LETTERS_OF_NO_SWITCH = 10;

/**
 * Decides what the bot answers to one message. Facts come from verbs alone; words from the dictionary.
 * The order of the rules is the order of a customer's rights: a person first, then what was asked for.
 */
export async function decideReply(ctx: Context, turn: Turn): Promise<Reply> {
  const language = replyLanguage(turn);
  const dialogue = withFeeling({
    ctx,
    turn,
    language,
    memory: readMemory(turn.conversation.slots),
    words: botWords(language),
    consent: readConsent(turn.text),
    opening: "",
  });
  const hours = await tellHours(dialogue);
  // "When are your people there?" names people, and asks for none.
  // Who calls into the room is greeted, and told how to reach a person.
  if (isCall(turn.text) && Object.keys(turn.conversation.slots).length === 0)
    return say(dialogue, dialogue.words("talk.greeting"), dialogue.memory);
  const isOfCoupons = dialogue.memory.told === tellPromotions.id && asksForOthers(turn.text);
  if (!hours && isAskingForHuman(turn.text, turn.understanding, isOfCoupons || answersSlot(dialogue)))
    return asksToFile(turn.text) ? fileAndPass(dialogue) : passToHuman(dialogue, "asked_for_human");
  if (await isBestCustomer(dialogue)) return passToHuman(dialogue, "best_customer");
  const { anger } = turn.rules;
  const mood = readMood(dialogue.memory.feelings ?? [], anger.messages);
  const isAngry = (mood === "angry" && anger.isOn) || soundsAgitated(turn);
  // A complaint is written down before it goes to a person.
  if (isAngry && !complains(dialogue)) return passToHuman(dialogue, "angry");
  if (hours) return workOn(dialogue, { tasks: openTasks(dialogue), heard: new Set() }, [hours]);
  const stack = stackTasks(dialogue);
  if (stack.heard.size === 0) return talk(dialogue, stack.tasks);
  const done = await workOn(dialogue, stack, mood !== "even" ? [{ text: dialogue.words("soothe") }] : []);
  return isAngry ? { ...done, handoff: "angry" } : done;
}

/** "Put down my complaint, and then a person, please": both, and the complaint first. */
async function fileAndPass(dialogue: Dialogue): Promise<Reply> {
  const filed = begin(complain, dialogue);
  const done = await workOn(dialogue, { tasks: [filed], heard: new Set([filed.key]) });
  return { ...done, intent: "human_agent", handoff: "asked_for_human" };
}

const complains = ({ turn: { understanding, rules } }: Dialogue) =>
  rules.complaint.isOn && understanding.isConfident && complain.opensOn.includes(understanding.intent.id);

/** Once in a conversation: whom a person has given back to the bot, the bot serves. */
export async function isBestCustomer({ ctx, turn, memory }: Dialogue): Promise<boolean> {
  const { isOn, spentMinor } = turn.rules.bestCustomers;
  if (!isOn || memory.handedBack || turn.customerId === null) return false;
  return (await readSpentMinor(ctx, turn.customerId)) >= spentMinor;
}

function soundsAgitated({ arousal, rules: { agitatedVoice } }: Turn): boolean {
  return agitatedVoice.isOn && arousal !== null && arousal >= agitatedVoice.arousal;
}

/** A bare "no", or "it is too small" to whoever asked why, is an answer and says nothing of how somebody feels. */
function withFeeling(dialogue: Dialogue): Dialogue {
  const { turn, memory } = dialogue;
  if (!saysEnough(turn) || isCall(turn.text) || answersSlot(dialogue)) return dialogue;
  const { sentiment, intent } = turn.understanding;
  const felt = isHeated(turn.text, intent.id) ? sentiment.score : Math.max(sentiment.score, SADDEST_REPORT);
  const feelings = [...(memory.feelings ?? []), felt];
  return { ...dialogue, memory: { ...memory, feelings } };
}

/** The agent keeps what is known; what the bot was waiting for is asked no more. */
export function passToHuman(
  dialogue: Dialogue,
  reason: "asked_for_human" | "angry" | "best_customer",
): Reply {
  const { awaiting: _, failedAttempts: __, offered: ___, unsure: ____, ...known } = dialogue.memory;
  if (reason !== "asked_for_human") {
    const why = reason === "angry" ? "handoff.angry" : "handoff.bestCustomer";
    return { ...say(dialogue, dialogue.words(why), known), handoff: reason };
  }
  const text = dialogue.words("handoff.asked");
  return { ...say(dialogue, text, known), intent: "human_agent", handoff: reason };
}

/**
 * Goes on with the tasks from the top until one of them has a question. Those that the message does not speak to are
 * taken up again without it. `said` comes before whatever they say.
 */
export async function workOn(
  dialogue: Dialogue,
  { tasks, heard, answered, parts }: Stack,
  said: readonly Answer[] = [],
): Promise<Reply> {
  const answers = [...said];
  let memory: Memory = { ...dialogue.memory, offered: undefined, unsure: undefined };
  for (const [at, open] of [...tasks.entries()].reverse()) {
    const isHeard = heard.has(open.key);
    const listening = isHeard
      ? withConsentFor(withPart(dialogue, parts?.get(open.key)), open.key === answered)
      : withoutMessage(dialogue);
    const step = await advanceTask(
      { ...listening, memory: { ...memory, offered: listening.memory.offered } },
      taskById(open.id)!,
      open,
    );
    memory = { ...memory, ...step.remember };
    if (step.is === "waiting") {
      const { text, sources = [] } = step.question;
      const question = { text: isHeard ? text : dialogue.words("task.resume", { question: text }), sources };
      return reply(dialogue, [...answers, question], {
        ...memory,
        tasks: [...tasks.slice(0, at), { ...step.open, ...(isHeard ? {} : { isResumed: true as const }) }],
      });
    }
    answers.push(step.answer);
    memory.past = [...(memory.past ?? []), step.past];
    if (isHeard) memory = { ...memory, told: open.id };
    if (step.answer.handoff) return reply(dialogue, answers, { ...memory, tasks: tasks.slice(0, at) });
  }
  return reply(dialogue, answers, { ...memory, tasks: [] });
}

/** A yes or no is meant for the question that was asked last, and for no task that was taken up again. */
function withConsentFor(dialogue: Dialogue, isAsked: boolean): Dialogue {
  return isAsked ? dialogue : { ...dialogue, consent: { answer: null, rest: dialogue.turn.text } };
}

/** As if only that part had been said; what another part names is meant by it too where it names nothing itself. */
function withPart(dialogue: Dialogue, part: Clause | undefined): Dialogue {
  if (!part) return dialogue;
  const { turn } = dialogue;
  type Named = Clause["entities"][number];
  /** Those of the whole where the part has none of their kind; they stand nowhere in it. */
  const lent = (isOfKind: (entity: Named) => boolean): Named[] =>
    part.entities.some(isOfKind)
      ? []
      : turn.understanding.entities.filter(isOfKind).map((one) => ({ ...one, start: 0, end: 0 }));
  const entities = [
    ...part.entities,
    ...lent(({ type, products }) => products !== undefined || type === "order_number"),
    ...lent(({ type }) => type === "measurement"),
  ];
  return {
    ...dialogue,
    turn: { ...turn, text: part.text, understanding: { ...part, entities }, clauses: [] },
  };
}

/** A message is heard once: what it says to one task is no answer to another's question. */
function withoutMessage(dialogue: Dialogue): Dialogue {
  const understanding = { ...dialogue.turn.understanding, entities: [] };
  return {
    ...dialogue,
    turn: { ...dialogue.turn, text: "", understanding, clauses: [] },
    memory: { ...dialogue.memory, offered: undefined },
    consent: { answer: null, rest: "" },
  };
}

/** What opens no task. Articles may answer it; a question that waits is asked again after it. */
async function talk(dialogue: Dialogue, open: OpenTask[]): Promise<Reply> {
  const { words, memory, turn } = dialogue;
  const { intent, isConfident } = turn.understanding;
  const after = (answer: Answer) => workOn(dialogue, { tasks: open, heard: new Set() }, [answer]);
  const waits = open.at(-1)?.awaiting !== undefined && !isAboutProduct(open.at(-1)!.id);
  // Words of consent that are no plain yes or no to what was asked: nobody shall think that it is done.
  if (isConfident && waits && (intent.id === "affirm" || intent.id === "deny" || asksForMoneyBack(turn.text)))
    return workOn(dialogue, { tasks: open, heard: new Set() });
  if (isConfident && intent.id in TALK) {
    // Thanks and goodbyes are answered without the question; the task stays open for a while.
    const text = words(`talk.${TALK[intent.id as keyof typeof TALK]}`);
    return say(dialogue, text, { ...memory, tasks: open, unsure: undefined });
  }
  if (isConfident && intent.id === "provide_info" && !namesOneProduct(dialogue))
    return after({ text: words(open.length > 0 ? "unsure" : "askWhatFor") });
  const isOutside = isConfident && intent.id === "out_of_scope";
  const answer = await answerFromKnowledge(dialogue, !isOutside);
  if (answer) return after(answer);
  if (namesOneProduct(dialogue) && (isOutside || !isConfident || SOUNDS_LIKE_PRODUCT.has(intent.id))) {
    // Whatever the words were: who names a product of the shop asks about it.
    const begun = begin(answerProductQuestion, dialogue);
    return workOn(dialogue, { tasks: [...open, begun], heard: new Set([begun.key]) });
  }
  // What the bot has a task for, and yet cannot have been meant, goes to nobody else.
  if (!isConfident || (taskFor(intent.id) && open.length === 0)) return notUnderstood(dialogue, open);
  if (isOutside) return after({ text: words("outOfScope") });
  const followUp = followUpFor(intent.id, memory);
  if (followUp) {
    const begun = begin(followUp, dialogue);
    return workOn(dialogue, { tasks: [...open, begun], heard: new Set([begun.key]) });
  }
  const aside = taskById(open.at(-1)?.id ?? "")?.asides?.[intent.id];
  if (aside) return after({ text: words(aside) });
  // In the middle of something the customer decides whether a person shall answer this first.
  if (open.length > 0) return after({ text: words("task.notMine") });
  const text = words("handoff.unsupported");
  return { ...say(dialogue, text, { ...memory, tasks: open }), handoff: "unsupported_intent" };
}

/** What a question about a product is sometimes taken for. */
const SOUNDS_LIKE_PRODUCT: ReadonlySet<string> = new Set([
  ...["provide_info", "gift_inquiry", "contact_info", "product_recommend", "order_place_help"],
  ...["presale_reservation", "subscription"],
]);

/** The customer is asked to say it in other words; by the shop's rule a person looks at it after that. */
async function notUnderstood(dialogue: Dialogue, open: OpenTask[]): Promise<Reply> {
  const { words, memory } = dialogue;
  const unsure = (memory.unsure ?? 0) + 1;
  const { unclear } = dialogue.turn.rules;
  if (unclear.isOn && unsure >= unclear.messages) {
    const text = words("handoff.unsure");
    return { ...say(dialogue, text, { ...memory, tasks: open }), handoff: "low_confidence" };
  }
  const asked = await workOn(dialogue, { tasks: open, heard: new Set() }, [{ text: words("unsure") }]);
  return { ...asked, slots: { ...asked.slots, unsure } };
}

function reply(dialogue: Dialogue, answers: readonly Answer[], memory: Memory): Reply {
  const handoff = answers.at(-1)?.handoff;
  return {
    ...say(dialogue, answers.map(({ text }) => text).join("\n"), memory),
    sources: answers.flatMap(({ sources = [] }) => sources),
    ...(handoff ? { handoff } : {}),
  };
}

function say({ turn, language }: Dialogue, text: string, memory: Memory): Reply {
  return { text, language, intent: turn.understanding.intent.id, sources: [], slots: toStored(memory) };
}

/** The message's own language where it has one; an order number, an emoji or a "no" keeps the conversation's. */
export function replyLanguage(turn: Pick<Turn, "text" | "understanding" | "conversation">): Language {
  const { language, languageConfidence } = turn.understanding;
  const isFirst = Object.keys(turn.conversation.slots).length === 0;
  const least = isFirst ? MOST_LETTERS_OF_NO_LANGUAGE : MOST_LETTERS_OF_NO_SWITCH;
  const isTold = languageConfidence >= LANGUAGE_CONFIDENCE && saysEnough(turn, least);
  return language !== "other" && isTold ? language : turn.conversation.language;
}

/** "No", "ok" and their like are at home in several languages. */
function saysEnough(
  { text, understanding }: Pick<Turn, "text" | "understanding">,
  most = MOST_LETTERS_OF_NO_LANGUAGE,
): boolean {
  const words = understanding.entities.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    text,
  );
  return /\p{Script=Han}/u.test(words) || (words.match(/\p{L}/gu) ?? []).length > most;
}
