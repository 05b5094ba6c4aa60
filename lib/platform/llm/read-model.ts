import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { languageModels } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { decryptSecret } from "@/lib/platform/auth/credentials";
import { MODEL_TASKS, type ModelTask } from "./schemas";

export type ModelRow = typeof languageModels.$inferSelect;

export async function readModel(tx: Transaction, ctx: Context): Promise<ModelRow | null> {
  const [row] = await tx.select().from(languageModels).where(eq(languageModels.merchantId, ctx.merchantId));
  return row ?? null;
}

/** What the shop's model may do; nothing where none is set up. */
export async function readModelTasks(tx: Transaction, ctx: Context): Promise<ModelTask[]> {
  const row = await readModel(tx, ctx);
  return row ? MODEL_TASKS.filter((task) => isAllowed(row, task)) : [];
}

export function isAllowed(row: ModelRow, task: ModelTask): boolean {
  return { phrase: row.mayPhrase, summarise: row.maySummarise, translate: row.mayTranslate }[task];
}

export function openKey({ keySealed }: Pick<ModelRow, "keySealed">): string | undefined {
  return keySealed === null ? undefined : decryptSecret(keySealed, "model-keys");
}
