import type { Context } from "@/lib/core/context";
import { advanceTask } from "./advance-task";
import { answerFromKnowledge } from "./answer-from-knowledge";
import { isAskingForHuman } from "./asks-for-human";
import { readSpentMinor } from "./escalation/at-stake";
import { type Memory, type OpenTask, readMemory, toStored } from "./memory";
import { readConsent } from "./reading/consent";
import { readMood } from "./reading/read-mood";
import { answersSlot, begin, openTasks, type Stack, stackTasks } from "./stack-tasks";
import type { Answer, Dialogue } from "./task";
import { followUpFor, taskById } from "./tasks";
import { answerProductQuestion } from "./tasks/answer-product-question";
import { tellHours } from "./tell-hours";
import type { Language, Reply, Turn } from "./types";
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

const MOST_LETTERS_OF_NO_LANGUAGE = 3;

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
  if (!hours && isAskingForHuman(turn.text, turn.understanding))
    return passToHuman(dialogue, "asked_for_human");
  if (await isBestCustomer(dialogue)) return passToHuman(dialogue, "best_customer");
  const { anger } = turn.rules;
  const mood = readMood(dialogue.memory.feelings ?? [], anger.messages);
  if ((mood === "angry" && anger.isOn) || soundsAgitated(turn)) return passToHuman(dialogue, "angry");
  if (hours) return workOn(dialogue, { tasks: openTasks(dialogue), heard: new Set() }, [hours]);
  const stack = stackTasks(dialogue);
  if (stack.heard.size === 0) return talk(dialogue, stack.tasks);
  return workOn(dialogue, stack, mood !== "even" ? [{ text: dialogue.words("soothe") }] : []);
}

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
  if (!saysEnough(turn) || answersSlot(dialogue)) return dialogue;
  const feelings = [...(memory.feelings ?? []), turn.understanding.sentiment.score];
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
  { tasks, heard }: Stack,
  said: readonly Answer[] = [],
): Promise<Reply> {
  const answers = [...said];
  let memory: Memory = { ...dialogue.memory, offered: undefined, unsure: undefined };
  for (const [at, open] of [...tasks.entries()].reverse()) {
    const isHeard = heard.has(open.key);
    const listening = isHeard ? dialogue : withoutMessage(dialogue);
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
        tasks: [...tasks.slice(0, at), step.open],
      });
    }
    answers.push(step.answer);
    if (step.answer.handoff) return reply(dialogue, answers, { ...memory, tasks: tasks.slice(0, at) });
  }
  return reply(dialogue, answers, { ...memory, tasks: [] });
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
  const { words, memory } = dialogue;
  const { intent, isConfident } = dialogue.turn.understanding;
  const after = (answer: Answer) => workOn(dialogue, { tasks: open, heard: new Set() }, [answer]);
  if (isConfident && intent.id in TALK) {
    // Thanks and goodbyes are answered without the question; the task stays open for a while.
    const text = words(`talk.${TALK[intent.id as keyof typeof TALK]}`);
    return say(dialogue, text, { ...memory, tasks: open, unsure: undefined });
  }
  if (isConfident && intent.id === "provide_info") return after({ text: words("askWhatFor") });
  const isOutside = isConfident && intent.id === "out_of_scope";
  const answer = await answerFromKnowledge(dialogue, !isOutside);
  if (answer) return after(answer);
  if (namesProduct(dialogue) && (isOutside || !isConfident)) {
    // Whatever the words were: who names a product of the shop asks about it.
    const begun = begin(answerProductQuestion, dialogue);
    return workOn(dialogue, { tasks: [...open, begun], heard: new Set([begun.key]) });
  }
  if (!isConfident) return notUnderstood(dialogue, open);
  if (isOutside) return after({ text: words("outOfScope") });
  const followUp = memory.orderNumber ? followUpFor(intent.id) : undefined;
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

const namesProduct = ({ turn }: Dialogue) =>
  turn.understanding.entities.some(({ products }) => products?.length === 1);

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
function replyLanguage(turn: Turn): Language {
  const { language, languageConfidence } = turn.understanding;
  const isTold = languageConfidence >= LANGUAGE_CONFIDENCE && saysEnough(turn);
  return language !== "other" && isTold ? language : turn.conversation.language;
}

/** "No", "ok" and their like are at home in several languages. */
function saysEnough({ text, understanding }: Turn): boolean {
  const words = understanding.entities.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    text,
  );
  return /\p{Script=Han}/u.test(words) || (words.match(/\p{L}/gu) ?? []).length > MOST_LETTERS_OF_NO_LANGUAGE;
}
