import { readFile } from "node:fs/promises";
import path from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { merchants, widgetKeys } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import { systemContext } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { decryptSecret, signExternalId } from "@/lib/platform/auth/credentials";

/** The shop made of generated data, as its public storefront needs it. */
export interface DemoShop {
  merchantId: string;
  widgetKey: string;
  name: string;
  timeZone: string;
}

const fileSchema = z.object({ merchantId: z.uuid(), widgetKey: z.string().min(1) });

/** The demo shop that `demo.json` names; null where there is none, or where the file names a real shop. */
export async function readDemoShop(requestId: string): Promise<DemoShop | null> {
  const named = await readDemoFile();
  if (!named) return null;
  return inTenant(systemContext(named.merchantId, "storefront", requestId), async ({ tx, ctx }) => {
    const [row] = await tx
      .select({ name: merchants.name, timeZone: merchants.timeZone })
      .from(merchants)
      .innerJoin(widgetKeys, eq(widgetKeys.merchantId, merchants.id))
      .where(
        and(
          eq(merchants.id, ctx.merchantId),
          eq(merchants.isDemo, true),
          eq(widgetKeys.key, named.widgetKey),
          isNull(widgetKeys.revokedAt),
        ),
      );
    return row ? { ...named, ...row } : null;
  });
}

/**
 * Vouches for a customer of the demo shop, as a shop's own server does after sign-in.
 * @throws AppError `forbidden` for a shop that is not a demo: anybody may be anybody there, nowhere else.
 */
export async function signDemoCustomer(
  shop: DemoShop,
  externalId: string,
  requestId: string,
): Promise<string> {
  return inTenant(systemContext(shop.merchantId, "storefront", requestId), async ({ tx, ctx }) => {
    const [row] = await tx
      .select({ secretEncrypted: widgetKeys.secretEncrypted })
      .from(widgetKeys)
      .innerJoin(merchants, eq(merchants.id, widgetKeys.merchantId))
      .where(
        and(
          eq(widgetKeys.merchantId, ctx.merchantId),
          eq(widgetKeys.key, shop.widgetKey),
          isNull(widgetKeys.revokedAt),
          eq(merchants.isDemo, true),
        ),
      );
    if (!row) throw new AppError("forbidden", "Only the demo shop signs for whoever asks.");
    return signExternalId(decryptSecret(row.secretEncrypted), externalId);
  });
}

async function readDemoFile(): Promise<z.infer<typeof fileSchema> | null> {
  try {
    const text = await readFile(path.join(env().ZHANGGUI_DATA_DIR, "demo.json"), "utf8");
    return fileSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
