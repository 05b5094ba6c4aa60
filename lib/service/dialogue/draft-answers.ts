import type { MessageSource } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type OpenTask, readMemory } from "./memory";
import { orderSource } from "./serve";
import { stackTasks } from "./stack-tasks";
import type { Answer, Dialogue, Task, Values } from "./task";
import { taskById } from "./tasks";
import type { Turn } from "./types";
import { botWords } from "./words";

/** What the bot would say now to something that the customer wants. */
export interface DraftAnswer {
  /** The task's name. */
  task: string;
  text: string;
  sources: MessageSource[];
}

/**
 * What the bot would say to a message, for a person to send. Tasks are followed as far as they read: to their answer,
 * or to the question before they act. None acts, nothing is remembered, no proof is tried, no question is kept.
 */
export async function draftAnswers(ctx: Context, turn: Turn, limit: number): Promise<DraftAnswer[]> {
  const { language, slots } = turn.conversation;
  const dialogue: Dialogue = {
    ctx: { ...ctx, actor: { type: "system", name: "bot" } },
    turn,
    language,
    memory: readMemory(slots),
    words: botWords(language),
    consent: { answer: null, rest: "" },
    opening: "",
    isDraft: true,
  };
  const drafts: DraftAnswer[] = [];
  for (const open of candidates(dialogue)) {
    if (drafts.length >= limit) break;
    const answer = await previewTask(dialogue, open);
    // What ends with a handoff is said when there is no person yet.
    if (!answer || answer.handoff || drafts.some(({ text }) => text === answer.text)) continue;
    drafts.push({ task: open.id, text: answer.text, sources: answer.sources ?? [] });
  }
  return drafts;
}

/** What the message asks for first, then what else is open; else what was told before and may have changed since. */
function candidates(dialogue: Dialogue): OpenTask[] {
  const told = (dialogue.memory.past ?? [])
    .filter(({ outcome }) => outcome === "answered")
    .map(({ id, values }): OpenTask => ({ id, key: "", values }));
  const wanted = stackTasks(dialogue).tasks.toReversed();
  const all = wanted.length > 0 ? wanted : told.toReversed();
  return all.filter((one, at) => all.findIndex(({ id }) => id === one.id) === at);
}

/** A task's answer or question as things stand; null where it would have to act, or to try a proof. */
async function previewTask(dialogue: Dialogue, open: OpenTask): Promise<Answer | null> {
  const task = taskById(open.id);
  if (!task) return null;
  const listening = { ...dialogue, opening: open.opening ?? "" };
  const filled = await fillByReading(listening, task, open.values);
  if (filled === null || "text" in filled) return filled;
  if (!task.change) return task.answer!(listening, filled.values);
  const prepared = await task.change.prepare(listening, filled.values);
  if ("refusal" in prepared) return prepared.refusal;
  const about = filled.values.order ? [orderSource(filled.values)] : [];
  return { text: prepared.question, sources: prepared.sources ?? about };
}

async function fillByReading(
  dialogue: Dialogue,
  task: Task,
  held: Values,
): Promise<{ values: Values } | Answer | null> {
  let values = held;
  let memory = dialogue.memory;
  for (const [name, slot] of Object.entries(task.slots)) {
    if (values[name]) continue;
    const proven = name === "order" ? provenOrder(dialogue) : undefined;
    if (name === "order" && !dialogue.turn.customerId) {
      if (!proven) return null;
      values = { ...values, [name]: proven };
      continue;
    }
    const outcome = await slot.fill({ ...dialogue, memory }, values, false);
    if (outcome.is === "question") return { text: outcome.text };
    if (outcome.is === "over") return outcome.answer;
    memory = { ...memory, ...outcome.remember };
    values = { ...values, [name]: outcome.filled };
  }
  return { values };
}

/** A stranger's order that was proven in this conversation, where the message names no other. */
function provenOrder({ memory, turn }: Dialogue): Values[string] | undefined {
  const orders = [...(memory.past ?? []), ...(memory.tasks ?? [])].flatMap(
    ({ values }) => values.order ?? [],
  );
  const named = turn.understanding.entities.find(({ type }) => type === "order_number")?.value;
  const digits = (number: string) => number.replace(/\D/g, "");
  const order = orders.at(-1);
  return named && order && digits(named) !== digits(order.label) ? undefined : order;
}
