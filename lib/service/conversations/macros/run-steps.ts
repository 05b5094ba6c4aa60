import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { type Filler, readFiller } from "@/lib/service/canned-replies";
import type { MacroDto, MacroStep } from "@/lib/service/macros/schemas";
import { addNote } from "../add-note";
import { handBack, takeOver } from "../change-owner";
import { assign, findAssignee, resolve, snooze } from "../change-status";
import { actorUserId, type ConversationRow, insertActivity, lockConversation } from "../internal";
import { changeLabels } from "../label-conversation";
import { MAX_MESSAGE_LENGTH } from "../schemas/values";
import { sendAgentMessage } from "../send-message";

const MINUTE_MS = 60_000;

/**
 * Runs a macro's steps on a locked conversation, after a line that says who ran it.
 * @throws AppError of the first step that cannot be done, with its number in `details.step`: the caller's transaction
 * or savepoint then takes back what was done before.
 */
export async function runSteps(
  tx: Transaction,
  ctx: Context,
  { id }: ConversationRow,
  macro: Pick<MacroDto, "name" | "steps">,
): Promise<void> {
  await insertActivity(tx, ctx, id, { type: "macro", detail: macro.name }, ctx.now());
  const writes = macro.steps.some(({ type }) => type === "reply" || type === "note");
  const filler = writes ? await readFiller(tx, ctx, id) : null;
  for (const [index, step] of macro.steps.entries()) {
    try {
      await runStep(tx, ctx, await lockConversation(tx, ctx, id), step, filler);
    } catch (error) {
      throw atStep(error, step, index + 1);
    }
  }
}

async function runStep(
  tx: Transaction,
  ctx: Context,
  conversation: ConversationRow,
  step: MacroStep,
  filler: Filler | null,
): Promise<unknown> {
  switch (step.type) {
    case "reply":
      return sendAgentMessage(tx, ctx, {
        conversationId: conversation.id,
        text: requireWhole(filler!.fillTexts(step.texts)),
        clientMessageId: `macro-${newId()}`,
      });
    case "note":
      return addNote(ctx, { id: conversation.id, text: requireWhole(filler!.fill(step.text)) });
    case "label":
      return changeLabels(tx, ctx, conversation.id, step);
    case "assign":
      return assign(tx, ctx, conversation, await readAssignee(tx, ctx, step.to));
    case "snooze":
      return snooze(tx, ctx, conversation, new Date(ctx.now().getTime() + step.minutes * MINUTE_MS));
    case "take_over":
      return takeOver(tx, ctx, conversation);
    case "hand_back":
      return handBack(tx, ctx, conversation);
    case "resolve":
      return resolve(tx, ctx, conversation);
  }
}

/** What is said must be complete: a macro asks nobody before it sends. */
function requireWhole({ text, missing }: { text: string; missing: string[] }): string {
  if (missing.length > 0) {
    const names = missing.map((variable) => `{{${variable}}}`).join(", ");
    throw new AppError(
      "not_possible",
      `${names} has no value in this conversation. Write the reply yourself.`,
      {
        details: { reason: "unfilled_variable", variables: missing },
      },
    );
  }
  if (text.length > MAX_MESSAGE_LENGTH) {
    throw new AppError(
      "not_possible",
      `Filled in, the text is longer than ${MAX_MESSAGE_LENGTH} characters.`,
      {
        details: { reason: "text_too_long" },
      },
    );
  }
  return text;
}

async function readAssignee(tx: Transaction, ctx: Context, to: string) {
  if (to === "none") return null;
  const userId = to === "me" ? actorUserId(ctx) : to;
  if (!userId) {
    throw new AppError(
      "not_possible",
      "A key is no member, so nothing can be assigned to it. Name a member.",
      {
        details: { reason: "key_is_nobody" },
      },
    );
  }
  return findAssignee(tx, ctx, userId);
}

function atStep(error: unknown, step: MacroStep, number: number): unknown {
  if (!(error instanceof AppError)) return error;
  const gone = { label: "label_gone", assign: "member_gone" } as Record<string, string>;
  const reason = error.code === "not_found" ? gone[step.type] : undefined;
  return new AppError(error.code, `Step ${number}: ${error.message}`, {
    cause: error,
    issues: error.issues,
    details: { ...(reason ? { reason } : {}), ...error.details, step: number },
  });
}
