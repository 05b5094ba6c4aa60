import { and, desc, eq, isNull, or } from "drizzle-orm";
import { driver } from "@/db/client";
import { conversations, merchants } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import { systemContext } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { decryptSecret, isSignatureValid } from "@/lib/platform/auth/credentials";
import { signVisitorToken, type VisitorClaims } from "@/lib/platform/auth/visitor-token";
import { findOrCreateCustomer } from "./find-customer";
import { type OpenVisitorSessionInput, openVisitorSessionInput, type VisitorSessionDto } from "./schemas";

interface WidgetKeyRow {
  merchant_id: string;
  secret_encrypted: string;
  allowed_origins: string[];
  merchant_name: string;
  mask_personal_data: boolean;
  understand_in_browser: boolean;
  order_number_pattern: string | null;
}

interface Browser {
  origin: string | null;
  /** Claims of a token the browser already had, so that a reload finds the same visitor. */
  known: VisitorClaims | null;
  requestId: string;
}

/**
 * Opens or resumes a visitor's chat session for a shop's public key.
 * @throws AppError `forbidden` for an origin that the key does not allow or a signature that is not the shop's.
 */
export async function openVisitorSession(
  raw: OpenVisitorSessionInput,
  browser: Browser,
): Promise<VisitorSessionDto> {
  const input = parseInput(openVisitorSessionInput, raw);
  const key = await findWidgetKey(input.widgetKey);
  if (key.allowed_origins.length > 0 && !key.allowed_origins.includes(browser.origin ?? "")) {
    throw new AppError("forbidden", "This site may not use this widget key. Add its origin under Settings.");
  }
  if (
    input.customer &&
    !isSignatureValid(
      decryptSecret(key.secret_encrypted),
      input.customer.externalId,
      input.customer.signature,
    )
  ) {
    throw new AppError(
      "forbidden",
      "The customer's signature is not valid. Sign externalId with the widget secret.",
    );
  }
  const ctx = systemContext(key.merchant_id, "widget", browser.requestId);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const customer = input.customer ? await findOrCreateCustomer(tx, ctx, input.customer) : null;
    const visitor = resumeVisitor(key.merchant_id, browser.known, customer?.customerId ?? null);
    const [conversation] = await tx
      .select({ id: conversations.id, customerId: conversations.customerId })
      .from(conversations)
      .where(
        and(
          eq(conversations.merchantId, ctx.merchantId),
          eq(conversations.channel, "web"),
          visitor.customerId
            ? or(
                eq(conversations.customerId, visitor.customerId),
                and(eq(conversations.visitorId, visitor.visitorId), isNull(conversations.customerId)),
              )
            : and(eq(conversations.visitorId, visitor.visitorId), isNull(conversations.customerId)),
        ),
      )
      .orderBy(desc(conversations.lastMessageAt))
      .limit(1);
    if (conversation && !conversation.customerId && visitor.customerId) {
      // Someone who wrote as a stranger and then signed in goes on in the same conversation.
      await tx
        .update(conversations)
        .set({ customerId: visitor.customerId })
        .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, conversation.id)));
    }
    const [shop] = await tx
      .select({ typingPreview: merchants.typingPreview })
      .from(merchants)
      .where(eq(merchants.id, ctx.merchantId));
    return {
      token: await signVisitorToken(visitor),
      conversationId: conversation?.id ?? null,
      merchantName: key.merchant_name,
      customerName: customer?.name ?? null,
      maskPersonalData: key.mask_personal_data,
      understandInBrowser: key.understand_in_browser,
      orderNumberPattern: key.order_number_pattern,
      takesVoiceMessages: !key.mask_personal_data,
      // What is half written cannot be judged, so where personal data is hidden none of it leaves the page.
      showsTyping: shop!.typingPreview && !key.mask_personal_data,
      takesFiles: !key.mask_personal_data,
    };
  });
}

async function findWidgetKey(publicKey: string): Promise<WidgetKeyRow> {
  const [row] = await driver()<WidgetKeyRow[]>`SELECT * FROM find_widget_key(${publicKey})`;
  if (!row) throw new AppError("unauthenticated", "This widget key is not known or was revoked.");
  return row;
}

/** The same browser stays the same visitor, unless another customer has signed in on it. */
function resumeVisitor(
  merchantId: string,
  known: VisitorClaims | null,
  customerId: string | null,
): VisitorClaims {
  const isSame =
    known?.merchantId === merchantId && (known.customerId === null || known.customerId === customerId);
  return { merchantId, visitorId: isSame ? known.visitorId : newId(), customerId };
}
