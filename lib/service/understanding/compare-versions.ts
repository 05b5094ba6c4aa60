import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { baseIntentHead, compareHeads, type IntentHead } from "@/lib/intelligence/text";
import { readHead } from "@/lib/platform/models/active-reader";
import { encodeTexts } from "@/lib/platform/models/encode-texts";
import { readAnchors } from "@/lib/platform/models/read-anchors";
import { modelKey, readTextModelCard } from "@/lib/platform/models/text-model";
import { collectTaught } from "./collect-taught";
import { toComparisonDto } from "./comparison-dto";
import { findVersion } from "./queries";
import { type CompareVersionsInput, compareVersionsInput, type HeadComparisonDto, SHIPPED } from "./schemas";
import { splitTaught, toHeldOutParts } from "./split-taught";

/** A page waits for the answer: some two seconds for so many texts. */
const MAX_TEXTS = 300;

/**
 * Compares two versions on the texts that are held out today. Each was itself judged on those of its own time, which
 * are much the same.
 * @throws AppError `conflict` for a version of another model, whose head the shipped one cannot feed.
 */
export async function compareVersions(ctx: Context, raw: CompareVersionsInput): Promise<HeadComparisonDto> {
  requirePermission(ctx, "understanding:read");
  const input = parseInput(compareVersionsInput, raw);
  const anchors = await readAnchors();
  const { heads, heldOut } = await inTenant(ctx, async ({ tx, ctx }) => ({
    heads: { before: await findHead(tx, ctx, input.before), after: await findHead(tx, ctx, input.after) },
    heldOut: splitTaught(await collectTaught(tx, ctx), anchors).heldOut.slice(0, MAX_TEXTS),
  }));
  const encoded = await encodeTexts(heldOut.map(({ text }) => text));
  const { intents } = await readTextModelCard();
  const dimensions = heads.before?.dimensions ?? heads.after?.dimensions ?? encoded[0]?.embedding.length ?? 0;
  const shipped = baseIntentHead(intents, dimensions);
  const comparison = compareHeads({
    current: heads.before ?? shipped,
    candidate: heads.after ?? shipped,
    heldOut: toHeldOutParts(heldOut, encoded),
  });
  return toComparisonDto(comparison);
}

/** Null is the shipped model. */
async function findHead(tx: Transaction, ctx: Context, id: string): Promise<IntentHead | null> {
  if (id === SHIPPED) return null;
  const version = await findVersion(tx, ctx, id);
  if (!version) throw notFound("version");
  if (version.model !== modelKey(await readTextModelCard())) {
    throw new AppError(
      "conflict",
      `Version ${version.number} was trained for ${version.model}, which this program no longer has. Compare another.`,
    );
  }
  return readHead(tx, ctx, id);
}
