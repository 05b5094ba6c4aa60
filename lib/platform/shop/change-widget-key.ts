import { and, eq, isNull } from "drizzle-orm";
import { widgetKeys } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { encryptSecret, generateWidgetKey } from "@/lib/platform/auth/credentials";
import {
  allowedOriginsInput,
  maskPersonalDataInput,
  understandInBrowserInput,
  widgetKeyIdInput,
} from "./schemas";

/** Makes a public widget key with its own secret. Several may live side by side, one per site. */
export async function createWidgetKey(ctx: Context): Promise<{ id: string; key: string }> {
  requirePermission(ctx, "settings:write");
  return inTenant(ctx, async ({ tx }) => {
    const { key, secret } = generateWidgetKey();
    const id = newId();
    await tx.insert(widgetKeys).values({
      merchantId: ctx.merchantId,
      id,
      key,
      secretEncrypted: encryptSecret(secret),
      createdAt: ctx.now(),
    });
    await recordAudit(tx, ctx, { action: "widget_key.created", subject: { type: "widget_key", id } });
    return { id, key };
  });
}

/** Says which sites may use a key; an empty list means any. */
export async function setAllowedOrigins(
  ctx: Context,
  raw: { id: string; allowedOrigins: string[] },
): Promise<void> {
  requirePermission(ctx, "settings:write");
  const { id, ...setting } = parseInput(allowedOriginsInput, raw);
  await changeSetting(ctx, id, setting, "widget_key.origins_changed");
}

/**
 * Says whether the chat hides personal data before it sends anything. Chats that are open learn of it when their
 * page is loaded again; what is stored already stays as it is.
 */
export async function setMaskPersonalData(
  ctx: Context,
  raw: { id: string; maskPersonalData: boolean },
): Promise<void> {
  requirePermission(ctx, "settings:write");
  const { id, ...setting } = parseInput(maskPersonalDataInput, raw);
  await changeSetting(ctx, id, setting, "widget_key.masking_changed");
}

/**
 * Says whether the chat reads what is being written in the visitor's own browser and gives hints. Chats that are open
 * learn of it when their page is loaded again.
 */
export async function setUnderstandInBrowser(
  ctx: Context,
  raw: { id: string; understandInBrowser: boolean },
): Promise<void> {
  requirePermission(ctx, "settings:write");
  const { id, ...setting } = parseInput(understandInBrowserInput, raw);
  await changeSetting(ctx, id, setting, "widget_key.understanding_changed");
}

type Setting = Partial<
  Pick<typeof widgetKeys.$inferInsert, "allowedOrigins" | "maskPersonalData" | "understandInBrowser">
>;

async function changeSetting(ctx: Context, id: string, setting: Setting, action: string): Promise<void> {
  await inTenant(ctx, async ({ tx }) => {
    const changed = await tx
      .update(widgetKeys)
      .set(setting)
      .where(and(eq(widgetKeys.merchantId, ctx.merchantId), eq(widgetKeys.id, id)))
      .returning({ id: widgetKeys.id });
    if (changed.length === 0) throw notFound("widget key");
    await recordAudit(tx, ctx, { action, subject: { type: "widget_key", id }, details: setting });
  });
}

/** Ends a key: sites that still use it can open no new chats. */
export async function revokeWidgetKey(ctx: Context, raw: { id: string }): Promise<void> {
  requirePermission(ctx, "settings:write");
  const { id } = parseInput(widgetKeyIdInput, raw);
  await inTenant(ctx, async ({ tx }) => {
    const revoked = await tx
      .update(widgetKeys)
      .set({ revokedAt: ctx.now() })
      .where(
        and(eq(widgetKeys.merchantId, ctx.merchantId), eq(widgetKeys.id, id), isNull(widgetKeys.revokedAt)),
      )
      .returning({ id: widgetKeys.id });
    if (revoked.length === 0) throw notFound("widget key");
    await recordAudit(tx, ctx, { action: "widget_key.revoked", subject: { type: "widget_key", id } });
  });
}
