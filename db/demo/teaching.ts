import { normalizeText } from "@/lib/intelligence/text";
import { DAY_MS } from "./calendar";
import type { DemoReview } from "./readings";
import { iso, type Load } from "./rows";
import type { DemoShop } from "./shop";

/**
 * What this shop is asked beside all that a shipped model knows. They lie far from its intents, so that a training in
 * the demo shop takes no ordinary message away from them.
 */
const OWN_INTENTS = [
  {
    id: "workshop_booking",
    name: { zh: "手作课报名", en: "Workshops", es: "Talleres" },
    description: "Wants a place in one of our pottery, weaving or woodwork workshops, or asks about them.",
    examples: [
      "Is there a place left in Saturday's pottery workshop?",
      "Can my daughter join the weaving class, she is ten?",
      "周六的陶艺课还能报名吗",
      "木工体验课带小朋友可以参加吗",
      "¿Quedan plazas en el taller de cerámica del sábado?",
    ],
  },
  {
    id: "job_application",
    name: { zh: "应聘", en: "Jobs with us", es: "Trabajar con nosotros" },
    description: "Wants to work for the shop: open positions, where to send a CV, an interview.",
    examples: [
      "Are you hiring for the showroom? I'd like to send my CV",
      "店里还招人吗，想应聘导购",
      "请问简历发到哪个邮箱",
      "¿Tenéis vacantes en el almacén?",
      "Quiero trabajar con vosotros, ¿a quién mando el currículum?",
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
