import type { Money } from "@/lib/core/money";
import { agreesTo } from "./agrees";
import { SURE } from "./confidence";
import { isTooMuch } from "./escalation/at-stake";
import { joinOpening, type Memory, type OpenTask, type PastTask } from "./memory";
import { namesProduct } from "./names-product";
import { endTask } from "./past-tasks";
import { chooseOptions } from "./reading/choose-option";
import { DECLINES } from "./reading/consent";
import { orderIdIn } from "./slots/order-slot";
import type { Answer, Dialogue, SlotOutcome, Task, Values } from "./task";
import { taskById } from "./tasks";
import type { Reply } from "./types";

/** A task in hand after one more message: it waits for something, or it is over. */
export type Step =
  | { is: "waiting"; open: OpenTask; question: Answer; remember: Partial<Memory> }
  | { is: "over"; answer: Answer; remember: Partial<Memory>; past: PastTask };

/** The name under which an open task waits for its yes or no. */
const CONFIRMATION = "confirmation";
const MAX_MISSES = 3;

/** Fills what a task lacks, asks for the next thing, confirms, acts. */
export async function advanceTask(heard: Dialogue, task: Task, open: OpenTask): Promise<Step> {
  const dialogue = { ...heard, opening: open.opening ?? "" };
  const held = forgetCorrected(dialogue, task, open);
  const isCorrected = held !== open;
  const { answer } = dialogue.consent;
  const isAgreed = answer === "yes" || agreesTo(dialogue, task, open);
  if (open.awaiting === CONFIRMATION && !isCorrected && task.change && isAgreed) {
    const done = await task.change.act(dialogue, open.values, open.key);
    // What was done last is what "it" means from now on.
    return over(open, done, open.values.order ? { orderNumber: open.values.order.label } : {}, "done");
  }
  if (answer === "no" && !isCorrected && !insists(dialogue, task, open) && isDropped(dialogue, task, open))
    return over(open, { text: dialogue.words("task.dropped") }, {}, "dropped");
  const step = await fillSlots(dialogue, task, held, {}, open.values);
  return step.is === "waiting"
    ? withNews(dialogue, task, { before: held, isFirst: !open.awaiting }, step)
    : step;
}

/**
 * A question that comes after an answer says first what was understood; what was said beside it is kept for the
 * questions after it.
 */
function withNews(
  { words, turn }: Dialogue,
  task: Task,
  { before, isFirst }: { before: OpenTask; isFirst: boolean },
  step: Extract<Step, { is: "waiting" }>,
): Step {
  const { open } = step;
  if (open.awaiting === CONFIRMATION || open.id !== task.id) return step;
  const chosen = Object.entries(task.slots).flatMap(([name, { isEchoed }]) =>
    (isEchoed === "always" || (isEchoed && !isFirst)) && !before.values[name] && open.values[name]
      ? [open.values[name].label]
      : [],
  );
  if (chosen.length > 0) {
    const text = `${words("task.noted", { label: chosen.join(", ") })}\n${step.question.text}`;
    return { ...step, question: { ...step.question, text } };
  }
  if (isFirst) return step;
  const isUnanswered = open.awaiting === before.awaiting && turn.text !== "";
  if (!isUnanswered) return step;
  return { ...step, open: { ...open, opening: joinOpening(open.opening, turn.text) } };
}

/**
 * "Forget it, do cancel", "no, only the kettle": a no that asks for the very thing, or names what is held, leaves open
 * what is meant. The question is asked again.
 */
function insists({ consent, turn }: Dialogue, task: Task, { values, awaiting }: OpenTask): boolean {
  if (awaiting !== CONFIRMATION || consent.rest === "" || DECLINES.test(turn.text)) return false;
  const { intent } = turn.understanding;
  if (task.opensOn.includes(intent.id) && intent.confidence >= SURE) return true;
  const held = Object.values(values).map(({ label }) => ({ value: label, label }));
  return ONLY.test(consent.rest) && chooseOptions(consent.rest.replace(ONLY, ""), held).length > 0;
}

const ONLY = /^(?:only|just|s[oó]lo|solamente|nada m[aá]s|只|就)\s*/iu;

/** Whether a no ends the task: any to the last question, a bare one to a question that asks for something else. */
function isDropped(dialogue: Dialogue, task: Task, { awaiting }: OpenTask): boolean {
  if (awaiting === undefined) return false;
  if (awaiting === CONFIRMATION) return task.change !== undefined;
  return dialogue.consent.rest === "" && !task.slots[awaiting]?.hears(dialogue);
}

/** Values that the message corrects are looked for anew, and those that were asked for after them unless they stand. */
function forgetCorrected(dialogue: Dialogue, task: Task, open: OpenTask): OpenTask {
  const awaited = open.awaiting === undefined ? undefined : task.slots[open.awaiting];
  const added = Object.keys(task.slots).find((name) => {
    const held = open.values[name];
    return held !== undefined && task.slots[name]!.adds?.(dialogue, held);
  });
  if (added) {
    const { [added]: _, ...values } = open.values;
    return { ...open, values };
  }
  // A bare number answers the question that was asked before it corrects another.
  if (
    awaited?.hears(dialogue) &&
    !awaited.takesAnything?.(dialogue) &&
    !(namesProduct(dialogue) && open.values.product)
  )
    return open;
  const names = Object.keys(task.slots);
  const at = names.findIndex((name) => {
    const held = open.values[name];
    return held !== undefined && task.slots[name]!.isCorrected?.(dialogue, held);
  });
  if (at < 0) return open;
  const kept = names.filter((name, i) => {
    const value = open.values[name]?.value;
    return i < at ? value !== undefined : i > at && task.slots[name]!.stands && value != null;
  });
  const { awaiting: _, misses: __, ...rest } = open;
  return { ...rest, values: Object.fromEntries(kept.map((name) => [name, open.values[name]!])) };
}

async function fillSlots(
  dialogue: Dialogue,
  task: Task,
  open: OpenTask,
  remembered: Partial<Memory> = {},
  corrected: Values = {},
): Promise<Step> {
  let values = open.values;
  let remember = remembered;
  for (const [name, slot] of Object.entries(task.slots)) {
    if (values[name] !== undefined) continue;
    const known = { ...dialogue, memory: { ...dialogue.memory, ...remember } };
    const outcome = await slot.fill(known, values, open.awaiting === name, corrected[name]);
    remember = { ...remember, ...outcome.remember };
    if (outcome.is !== "filled") return stopAt(dialogue, { ...open, values }, name, outcome, remember);
    values = { ...values, [name]: outcome.filled };
    const refusal = name === "order" ? await task.refuses?.(known, values) : null;
    if (refusal) return over({ ...open, values }, refusal, remember);
    const other = name === "order" ? await task.turnsInto?.(known, values) : null;
    if (other)
      return fillSlots(
        { ...dialogue, memory: { ...dialogue.memory, ...remember } },
        taskById(other)!,
        { ...open, id: other, values },
        remember,
      );
  }
  const full = { ...dialogue, memory: { ...dialogue.memory, ...remember } };
  const held = { ...open, values };
  if (!task.change) return over(held, await task.answer!(full, values), remember);
  const prepared = await task.change.prepare(full, values);
  if ("refusal" in prepared) return over(held, prepared.refusal, remember);
  if (await needsPerson(dialogue, values, prepared.stake)) {
    const answer = { text: dialogue.words("handoff.amount"), handoff: "amount_at_stake" as const };
    return over(held, answer, remember);
  }
  if (prepared.isAgreed) return over(held, await task.change.act(full, values, open.key), remember, "done");
  const { question, sources = [] } = prepared;
  return waiting({ ...open, values, awaiting: CONFIRMATION }, { text: question, sources }, remember);
}

/** The shop's rule: what is worth more than its limit is done by a person. */
async function needsPerson({ ctx, turn }: Dialogue, values: Values, stake?: Money | null): Promise<boolean> {
  const { isOn, amountMinor } = turn.rules.amount;
  return isOn && stake ? isTooMuch(ctx, orderIdIn(values), stake, amountMinor) : false;
}

function stopAt(
  dialogue: Dialogue,
  open: OpenTask,
  name: string,
  outcome: Exclude<SlotOutcome, { is: "filled" }>,
  remember: Partial<Memory>,
): Step {
  if (outcome.is === "over") return over(open, outcome.answer, remember);
  // A question that is only taken up again was answered by nothing.
  const isHeard = dialogue.turn.text !== "";
  const misses = (open.awaiting === name ? (open.misses ?? 0) : 0) + (outcome.isMiss && isHeard ? 1 : 0);
  if (misses >= MAX_MISSES) return handOver(dialogue, open, remember);
  return waiting(
    { ...open, awaiting: name, misses },
    { text: outcome.text },
    {
      ...remember,
      offered: outcome.offered && { slot: name, options: outcome.offered },
    },
  );
}

const waiting = (open: OpenTask, question: Answer, remember: Partial<Memory>): Step => ({
  is: "waiting",
  open,
  question,
  remember,
});

function over(
  open: OpenTask,
  answer: Answer,
  remember: Partial<Memory>,
  ending: "done" | "dropped" | "answered" = "answered",
): Step {
  return {
    is: "over",
    answer,
    remember: { ...remember, ...answer.remember },
    past: endTask(open, answer, ending),
  };
}

function handOver({ words }: Dialogue, open: OpenTask, remember: Partial<Memory>): Step {
  const reason: Reply["handoff"] = "low_confidence";
  return over(open, { text: words("handoff.unsure"), handoff: reason }, remember);
}
