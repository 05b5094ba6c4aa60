import type { Transaction } from "@/db/client";
import { activeHeads } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { modelKey, readTextModelCard } from "@/lib/platform/models/text-model";
import { actorName, lockTeaching } from "./internal";
import { findActive, findVersion, getUnderstandingStatus } from "./queries";
import { SHIPPED, type UnderstandingStatusDto, type VersionIdInput, versionIdInput } from "./schemas";

/**
 * Lets a version of the shop, also a rejected one, or the shipped model read messages: from the next message on, in
 * every process. The active one again changes nothing.
 * @throws AppError `conflict` for a version of another model than the shipped one.
 */
export async function activateVersion(ctx: Context, raw: VersionIdInput): Promise<UnderstandingStatusDto> {
  requirePermission(ctx, "understanding:manage");
  const { id } = parseInput(versionIdInput, raw);
  const versionId = id === SHIPPED ? null : id;
  const model = modelKey(await readTextModelCard());
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockTeaching(tx, ctx);
    const version = versionId ? await findVersion(tx, ctx, versionId) : null;
    if (version === undefined) throw notFound("version");
    if (version && version.model !== model) {
      throw new AppError(
        "conflict",
        `Version ${version.number} was trained for ${version.model}, and the program now has ${model}. Start a training instead.`,
      );
    }
    const before = await findActive(tx, ctx);
    if ((before?.versionId ?? null) !== versionId) {
      await setActive(tx, ctx, versionId);
      await recordAudit(tx, ctx, {
        action: "head_version.activated",
        subject: { type: "head_version", id },
        details: { from: before?.number ?? null, to: version?.number ?? null },
      });
    }
    return getUnderstandingStatus(ctx);
  });
}

/** `null` is the shipped model. */
export async function setActive(tx: Transaction, ctx: Context, versionId: string | null): Promise<void> {
  const change = { versionId, activatedBy: actorName(ctx), activatedAt: ctx.now() };
  await tx
    .insert(activeHeads)
    .values({ merchantId: ctx.merchantId, ...change })
    .onConflictDoUpdate({ target: activeHeads.merchantId, set: change });
}
