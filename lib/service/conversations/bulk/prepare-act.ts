import type { Transaction } from "@/db/client";
import { inSavepoint } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { findMacro } from "@/lib/service/macros";
import { isReversible } from "@/lib/service/macros/schemas";
import { handBack, takeOver } from "../change-owner";
import { assign, findAssignee, reopen, resolve, snooze } from "../change-status";
import type { ConversationRow } from "../internal";
import { applyLabels, requireLabels } from "../label-conversation";
import { runSteps } from "../macros/run-steps";
import type { BulkAct } from "./schemas";

interface PreparedAct {
  /** For a locked conversation. @returns false where it stands so already. @throws AppError for a refusal. */
  perform: (row: ConversationRow) => Promise<boolean>;
  isReversible: boolean;
  macroId?: string;
}

/** Reads once what an act needs for all its conversations, and checks what does not depend on any of them. */
export async function prepareAct(tx: Transaction, ctx: Context, act: BulkAct): Promise<PreparedAct> {
  const reversible = (perform: PreparedAct["perform"]) => ({ perform, isReversible: true });
  switch (act.type) {
    case "assign": {
      const assignee = act.assigneeId ? await findAssignee(tx, ctx, act.assigneeId) : null;
      return reversible((row) => assign(tx, ctx, row, assignee));
    }
    case "label": {
      await requireLabels(tx, ctx, [...act.labels.add, ...act.labels.remove]);
      return reversible(async ({ id }) => {
        const { added, removed } = await applyLabels(tx, ctx, id, act.labels);
        return added.length + removed.length > 0;
      });
    }
    case "resolve":
      return reversible((row) => resolve(tx, ctx, row));
    case "reopen":
      return reversible(async (row) => {
        if (row.status === "open") return false;
        await reopen(tx, ctx, row);
        return true;
      });
    case "snooze": {
      const until = new Date(act.until);
      if (until <= ctx.now()) throw new AppError("invalid_input", "Choose a time in the future.");
      return reversible((row) => snooze(tx, ctx, row, until));
    }
    case "take_over":
      return reversible((row) => takeOver(tx, ctx, row));
    case "hand_back":
      return reversible((row) => handBack(tx, ctx, row));
    case "macro": {
      const macro = await findMacro(tx, ctx, act.macroId);
      return {
        macroId: macro.id,
        isReversible: isReversible(macro.steps),
        perform: async (row) => {
          // A refused step takes the steps before it back, in this conversation alone.
          await inSavepoint({ tx, ctx }, (step) => runSteps(step.tx, step.ctx, row, macro));
          return true;
        },
      };
    }
  }
}
