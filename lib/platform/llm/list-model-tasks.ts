import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { readModelTasks } from "./read-model";
import type { ModelTask } from "./schemas";

/** What the shop's language model may do, so that pages show nothing else; empty where none is set up. */
export async function listModelTasks(ctx: Context): Promise<ModelTask[]> {
  requirePermission(ctx, "conversations:read");
  return inTenant(ctx, ({ tx, ctx }) => readModelTasks(tx, ctx));
}
