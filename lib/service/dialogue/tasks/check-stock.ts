import { subscribeRestock } from "@/lib/data/after-sales";
import { lookUpStock } from "@/lib/data/catalog";
import type { StockLookupDto } from "@/lib/data/catalog/schemas";
import { saidOf } from "../reading/describe-variant";
import { labelOf, madeOf, nameOf, productSlot, readProduct } from "../slots/product-slot";
import type { Dialogue, Task, Values } from "../task";
import { localeOf } from "../words";

/** From here on the exact number is nobody's need. */
const MANY = 10;

const TELL_ME =
  /通知|告诉我|告訴我|说一声|說一聲|提醒|叫我|(?<!\p{L})(?:let me know|notify me|tell me when|remind me|ping me|lmk|av[ií]s[ae]n?me|me avisas?|notif[ií]came)(?!\p{L})/iu;
const NOT_THAT = /[?？吗嗎]|不|别|別|(?<!\p{L})(?:no|not|don'?t)(?!\p{L})/iu;

/** "Let me know when it is back", and no question whether that is possible. */
export const asksForNotice = (text: string) => TELL_ME.test(text) && !NOT_THAT.test(text);

/** Whether a product can be bought now; where it cannot, the customer is told when it comes back if they wish. */
export const checkStock: Task = {
  id: "check_stock",
  opensOn: ["product_availability"],
  followsUp: { on: ["order_place_help"], after: ({ productId }) => productId !== undefined },
  slots: { product: productSlot },
  change: {
    async prepare(dialogue, values) {
      const { available, name, source, others } = await readAvailable(dialogue, values);
      if (others) return { refusal: { text: others, sources: [source] } };
      if (available <= 0) {
        const question = dialogue.words("stock.offerNotice", { name });
        return {
          question,
          sources: [source],
          ...(asksForNotice(dialogue.turn.text) ? { isAgreed: true } : {}),
        };
      }
      const text = dialogue.words(available < MANY ? "stock.few" : "stock.many", { name, count: available });
      return { refusal: { text, sources: [source] } };
    },
    agrees: ({ turn }) => asksForNotice(turn.text),
    async act(dialogue, values) {
      const { turn, memory, ctx, language, words } = dialogue;
      const { available, name, source } = await readAvailable(dialogue, values);
      if (available > 0) return { text: words("stock.many", { name }), sources: [source] };
      const wish = {
        productId: String(values.product!.value),
        conversationId: turn.conversation.id,
        locale: language,
        ...memory.contact,
      };
      await subscribeRestock(ctx, wish, { customerId: turn.customerId });
      return { text: words("stock.noticed", { name }), sources: [source] };
    },
  },
};

async function readAvailable(dialogue: Dialogue, values: Values) {
  const product = await readProduct(dialogue, values);
  const stock = await lookUpStock(dialogue.ctx, { productId: product.id });
  return {
    available: product.status === "active" ? stock.available : 0,
    name: labelOf(product, dialogue.language),
    others: tellVariants(dialogue, nameOf(product, dialogue.language), stock),
    source: { type: "product" as const, id: product.id, label: product.sku },
  };
}

/** Who asks for no colour or size is told which there are; null where one is meant, or none is there. */
function tellVariants(
  { turn, words, language }: Dialogue,
  name: string,
  stock: StockLookupDto,
): string | null {
  const variants = [stock, ...stock.variants];
  const made = variants.map((one) => madeOf(one, language));
  if (variants.length === 1 || Object.keys(saidOf(turn.text, made)).length > 0) return null;
  const there = made.filter((_, i) => variants[i]!.available > 0).map((one) => Object.values(one).join(" "));
  if (there.length === 0) return null;
  return words("stock.variants", { name, list: new Intl.ListFormat(localeOf(language)).format(there) });
}
