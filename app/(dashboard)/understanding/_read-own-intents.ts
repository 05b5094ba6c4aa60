import "server-only";

import { cache } from "react";
import type { OwnIntent } from "@/components/intents/intent-words";
import { can } from "@/lib/core/permissions";
import type { PageContext } from "@/lib/platform/http/page-context";
import { listIntents } from "@/lib/service/understanding";

/** The shop's own intents for naming and choosing, archived ones too, since old messages carry them. */
export const readOwnIntents = cache(async (ctx: PageContext): Promise<OwnIntent[]> => {
  if (!can(ctx.actor, "understanding:read")) return [];
  const { data } = await listIntents(ctx, { includeArchived: true });
  return data.map(({ id, name, archivedAt }) => ({ id, name, archivedAt }));
});
