import type { ChatShop } from "@/test/support/chat-shop";
import { type Act, readActs, readOrders } from "./acts";
import { findMissing, findUnasked, findUnnamed, findUnsaid, tellAct } from "./judge";
import { placeOrders } from "./place-orders";
import type { Script, ScriptTurn } from "./script";

export interface Finding {
  /** From 1; 0 for what is so at the end. */
  turn: number;
  said: string;
  expected: string;
  got: string;
}

export interface DialogueResult {
  script: Script;
  /** What should have happened and did not, or was not said. */
  failures: Finding[];
  /** What happened and should not have: without a yes, to another order, twice. */
  wrongActs: Finding[];
  transcript: string[];
}

/** Says a script's turns to the bot of the shop, and compares what is said and done with what it names. */
export async function runDialogue(shop: ChatShop, script: Script): Promise<DialogueResult> {
  const result: DialogueResult = { script, failures: [], wrongActs: [], transcript: [] };
  const customer = script.guest ? null : `bench-${script.id}`;
  const chat = customer ? await shop.customerChat(customer, script.language) : await shop.openBrowser();
  await placeOrders(shop, script, customer);
  const numbers = script.orders.map(({ number }) => number);
  const before = await readOrders(shop.sql, shop.merchantId, numbers);
  const known = new Set<string>();
  const named: string[] = [];
  const allowed: string[] = [];
  let acts: Act[] = [];
  for (const [at, turn] of script.turns.entries()) {
    const { message, reply, conversation } = await chat.say(turn.say);
    const answer = reply?.text ?? "";
    const read = `${message.intent} ${message.confidence?.toFixed(2)}`;
    result.transcript.push(`${at + 1} > ${turn.say}  [${read}]`, `  < ${answer.replaceAll("\n", " / ")}`);
    const found = (expected: string, got: string) => ({ turn: at + 1, said: turn.say, expected, got });
    judgeAnswer(turn, answer, conversation.owner, (expected, got) =>
      result.failures.push(found(expected, got)),
    );
    named.push(...turn.do);
    allowed.push(...turn.do, ...turn.may);
    acts = await readActs(shop.sql, shop.merchantId, conversation.id, numbers);
    const wrong = [
      ...findUnnamed(acts, allowed).map(tellAct),
      ...findUnasked(before, await readOrders(shop.sql, shop.merchantId, numbers), acts),
    ].filter((one) => !known.has(one));
    for (const one of wrong) {
      known.add(one);
      result.wrongActs.push(found("nothing done", one));
    }
  }
  for (const missing of findMissing(acts, named))
    result.failures.push({
      turn: 0,
      said: "",
      expected: missing,
      got: acts.map(tellAct).join(" + ") || "nothing done",
    });
  return result;
}

function judgeAnswer(
  { hear, not, owner: wanted }: ScriptTurn,
  answer: string,
  owner: string,
  fail: (expected: string, got: string) => void,
): void {
  for (const fact of findUnsaid(answer, hear)) fail(`says ${fact}`, answer);
  for (const fact of not) if (findUnsaid(answer, [fact]).length === 0) fail(`does not say ${fact}`, answer);
  if (owner !== wanted) fail(`conversation is the ${wanted}'s`, `the ${owner}'s: ${answer}`);
}
