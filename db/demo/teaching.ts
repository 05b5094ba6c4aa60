import { normalizeText } from "@/lib/intelligence/text";
import { DAY_MS } from "./calendar";
import type { DemoReview } from "./readings";
import { iso, type Load } from "./rows";
import type { DemoShop } from "./shop";

/** What the shop sells beside goods, and no shipped model knows. */
const OWN_INTENTS = [
  {
    id: "gift_wrapping",
    name: { zh: "礼品包装", en: "Gift wrapping", es: "Envolver para regalo" },
    description: "Asks us to wrap an order as a gift or to add a handwritten card.",
    examples: [
      "Can you wrap it as a gift and add a card?",
      "Please gift-wrap the lamp, it is for my mother",
      "能帮我包成礼物再写张贺卡吗",
      "¿Lo podéis envolver para regalo?",
      "请用礼盒包好，不要放价格单",
    ],
  },
  {
    id: "assembly_service",
    name: { zh: "上门安装", en: "Assembly at home", es: "Montaje a domicilio" },
    description: "Wants the furniture to be put together at home, or asks what that costs.",
    examples: [
      "Do you send somebody to put the bookshelf together?",
      "How much is assembly at home?",
      "沙发可以安排师傅上门组装吗",
      "¿Ofrecéis montaje del armario en casa?",
      "想预约周末上门装床",
    ],
  },
];

const AGE_DAYS = 9;

/** What people have taught the demo shop's model; enough that two corrections more start a training. */
export function teachingLoads(shop: DemoShop, merchantId: string, reviews: readonly DemoReview[]): Load[] {
  return [
    {
      table: "intent_corrections",
      columns:
        "merchant_id message_id intent predicted_intent predicted_confidence user_id actor_name created_at updated_at".split(
          " ",
        ),
      rows: reviews.map(({ messageId, intent, reading, agent, atMs }) => {
        const at = iso(Math.min(atMs, shop.anchorMs));
        const { intent: predicted, confidence } = reading;
        return [merchantId, messageId, intent, predicted, confidence, agent.id, agent.name, at, at];
      }),
    },
    {
      table: "merchant_intents",
      columns: "merchant_id id name description created_at updated_at".split(" "),
      rows: OWN_INTENTS.map(({ id, name, description }) => [
        ...[merchantId, id, name, description, taughtAt(shop), taughtAt(shop)],
      ]),
    },
    {
      table: "intent_examples",
      columns: "merchant_id id intent_id text text_key created_at".split(" "),
      rows: OWN_INTENTS.flatMap(({ id, examples }) =>
        examples.map((text) => [
          ...[merchantId, shop.ids.at(shop.anchorMs - AGE_DAYS * DAY_MS), id],
          ...[text, normalizeText(text), taughtAt(shop)],
        ]),
      ),
    },
  ];
}

function taughtAt(shop: DemoShop): string {
  return iso(shop.anchorMs - AGE_DAYS * DAY_MS);
}
