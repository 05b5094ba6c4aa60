import type { Understanding } from "@/lib/platform/models/understand-text";
import { SURE } from "./confidence";
import type { OpenTask } from "./memory";
import { sentencesOfYes } from "./reading/consent";
import { namesDeed } from "./reading/deed-words";
import { confirms, repeatsWish } from "./reading/repeats-wish";
import type { Dialogue, Task } from "./task";
import { taskFor } from "./tasks";

/** What has no details beside those that the question names. */
const PLAIN: ReadonlySet<string> = new Set(["cancel_order", "return_goods", "price_protection"]);

/** Whether a message that is no yes or no agrees in words of the thing itself to what the task has offered. */
export function agreesTo(dialogue: Dialogue, task: Task, open: OpenTask): boolean {
  const { consent, turn } = dialogue;
  if (!task.change) return false;
  const isOther = ({ intent }: Understanding) =>
    intent.confidence >= SURE && taskFor(intent.id) !== undefined && taskFor(intent.id) !== task;
  if (turn.clauses.some(isOther)) return false;
  const isNamed = task.opensOn.includes(turn.understanding.intent.id);
  if (isNamed && confirms(turn.text)) return true;
  // "I don't want it. Yes, cancel it."
  if (isNamed && sentencesOfYes(turn.text).some((sentence) => namesDeed(sentence, task.id))) return true;
  if (consent.answer !== null) return false;
  if (task.change.agrees?.(dialogue)) return true;
  const { intent } = turn.understanding;
  const isSameWish = task.opensOn.includes(intent.id) && intent.confidence >= SURE;
  // What the bot has offered by itself, after bad news, is not agreed to before it is named.
  const isOwnWish = open.id === "price_protection" || namesDeed(open.opening ?? "", open.id);
  return isSameWish && isOwnWish && repeatsWish(turn.text, PLAIN.has(task.id));
}
