import { eq } from "drizzle-orm";
import { merchants } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { typingPreviewInput } from "./schemas";

/** Whether agents see what visitors write before it is sent. Counts for chats that are opened from now on. */
export async function setTypingPreview(ctx: Context, raw: { isOn: boolean }): Promise<void> {
  requirePermission(ctx, "settings:write");
  const { isOn } = parseInput(typingPreviewInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    await tx
      .update(merchants)
      .set({ typingPreview: isOn, updatedAt: ctx.now() })
      .where(eq(merchants.id, ctx.merchantId));
    await recordAudit(tx, ctx, {
      action: "shop.typing_preview_set",
      subject: { type: "shop", id: ctx.merchantId },
      details: { isOn },
    });
  });
}
