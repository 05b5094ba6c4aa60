import { newId } from "@/lib/core/ids";
import type { TestShop } from "@/lib/data/catalog/test-shop";
import type { Anchor } from "@/lib/platform/models/read-anchors";
import { understandTexts } from "@/lib/platform/models/understand-text";
import { addExamples, createIntent } from "@/lib/service/understanding";

/** Plain sentences of everyday intents; what the shipped model says of them is what a head must keep. */
const REHEARSED = [
  "Where is my order?",
  "Where is my parcel now?",
  "Has my order been shipped?",
  "Track my package please",
  "What is the status of my order?",
  "I want to return this",
  "How can I send this back?",
  "I would like to return the shoes",
  "Can I return an item?",
  "Please help me return my purchase",
  "Can I have an invoice?",
  "Please send me the invoice",
  "I need a receipt for my company",
  "Where do I find my invoice?",
  "The invoice has the wrong name",
  "我的快递到哪了",
  "帮我查一下物流",
  "我想退货",
  "怎么申请退货",
  "能开发票吗",
  "请开一张发票",
  "¿Dónde está mi pedido?",
  "Quiero devolver el producto",
  "Necesito una factura",
  "Hola, buenos días",
];

/** Anchors as the model itself answers them, so that a test does not hang on how good it is. */
export async function rehearse(): Promise<Anchor[]> {
  const read = await understandTexts(REHEARSED);
  return read.map(({ intent, language }, i) => ({ text: REHEARSED[i]!, lang: language, intent: intent.id }));
}

/** Five ways to ask for engraving, which no shop's model knows, and two more to try it with. */
export const ENGRAVING = {
  taught: [
    "Can you engrave my name on the cup?",
    "Do you offer engraving?",
    "I would like initials engraved on it",
    "How much does it cost to engrave a name?",
    "Please engrave “Anna” on the lid",
  ],
  asked: ["Could you engrave a name on the lid for me?", "Is engraving of initials possible?"],
};

export async function teachEngraving(shop: TestShop): Promise<string> {
  const { id } = await createIntent(shop.ctx, { id: "engraving", name: { en: "Engraving", zh: "刻字" } });
  await addExamples(shop.ctx, { id, texts: ENGRAVING.taught });
  return id;
}

/** A customer's message as if it had been understood at a time, written with the owner's rights. */
export async function writeUnderstood(
  shop: TestShop,
  conversationId: string,
  message: {
    text: string;
    intent: string;
    confidence: number;
    at: Date;
    margin?: number;
    language?: string;
  },
): Promise<string> {
  const id = newId();
  const { text, intent, confidence, at, margin = 0.5, language = "en" } = message;
  await shop.sql`INSERT INTO messages (merchant_id, id, conversation_id, author, text, language, intent, confidence,
      margin, sentiment, created_at)
    VALUES (${shop.merchantId}, ${id}, ${conversationId}, 'customer', ${text}, ${language}, ${intent}, ${confidence},
      ${margin}, 0, ${at})`;
  return id;
}
