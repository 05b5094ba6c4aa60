import { DAY_MS } from "./calendar";
import { IdFactory, Random } from "./random";
import { iso, type Load } from "./rows";
import type { DemoShop } from "./shop";

const MADE_DAYS_AGO = 30;
const HOUR_MINUTES = 60;

const LABELS = [
  ["Late parcel", "amber"],
  ["Damaged", "cinnabar"],
  ["Refund", "blue"],
] as const;
type LabelName = (typeof LABELS)[number][0];

/** Views by what the desk looks for in the morning; the filters are those of the list. */
const VIEWS: [name: string, filters: Record<string, unknown>][] = [
  ["Waiting for our answer", { status: "open", owner: "human", lastFrom: "customer", sort: "due" }],
  ["Open in Chinese", { status: "open", language: "zh", sort: "recent" }],
  ["Open in Spanish", { status: "open", language: "es", sort: "recent" }],
];

type DemoStep = Record<string, unknown>;

function macrosWith(labelId: (name: LabelName) => string): [name: string, steps: DemoStep[]][] {
  return [
    [
      "Late parcel: apologise and follow up",
      [
        { type: "take_over" },
        {
          type: "reply",
          texts: {
            zh: "{{customer.name}}，您好！订单 {{order.number}} 让您久等了，非常抱歉。我正在向物流核实，明天会再给您回复。",
            en: "Hello {{customer.name}}, I am sorry that order {{order.number}} keeps you waiting. I am asking the carrier and will write again tomorrow.",
            es: "Hola, {{customer.name}}: siento que el pedido {{order.number}} se retrase. Estoy preguntando al transportista y te escribo mañana.",
          },
        },
        { type: "label", add: [labelId("Late parcel")], remove: [] },
        { type: "snooze", minutes: 24 * HOUR_MINUTES },
      ],
    ],
    [
      "Damaged: ask for a picture",
      [
        { type: "take_over" },
        {
          type: "reply",
          texts: {
            zh: "很抱歉商品有损坏。麻烦您发一张破损处和外包装的照片，我们马上为您处理。",
            en: "I am sorry that it arrived damaged. Please send a picture of the damage and of the parcel, and we will put it right at once.",
            es: "Siento que haya llegado dañado. Envíame una foto del daño y del paquete y lo solucionamos enseguida.",
          },
        },
        { type: "label", add: [labelId("Damaged")], remove: [] },
      ],
    ],
    [
      "Refund is on its way: resolve",
      [
        {
          type: "reply",
          texts: {
            zh: "退款已经办理，一般 3 到 5 个工作日到账。还有问题随时找我们。",
            en: "Your refund is on its way and usually arrives within three to five working days. Write to us any time.",
            es: "Tu reembolso ya está en camino y suele llegar en tres a cinco días laborables. Escríbenos cuando quieras.",
          },
        },
        { type: "label", add: [labelId("Refund")], remove: [] },
        { type: "resolve" },
      ],
    ],
    ["Done without an answer", [{ type: "resolve" }]],
  ];
}

/** What the demo shop's people share in the inbox: labels, views and macros. */
export function deskToolLoads(shop: DemoShop, merchantId: string): Load[] {
  const ids = new IdFactory(new Random("harbour-and-pine/desk-tools"));
  const madeMs = shop.anchorMs - MADE_DAYS_AGO * DAY_MS;
  const at = iso(madeMs);
  const labels = LABELS.map(([name, color]) => ({ id: ids.at(madeMs), name, color }));
  const labelId = (name: LabelName) => labels.find((label) => label.name === name)!.id;
  return [
    {
      table: "labels",
      columns: "merchant_id id name name_key color created_at".split(" "),
      rows: labels.map(({ id, name, color }) => [merchantId, id, name, name.toLowerCase(), color, at]),
    },
    {
      table: "inbox_views",
      columns: "merchant_id id name name_key filters position created_at updated_at".split(" "),
      rows: VIEWS.map(([name, filters], index) => [
        ...[merchantId, ids.at(madeMs), name, name.toLowerCase()],
        ...[filters, index + 1, at, at],
      ]),
    },
    {
      table: "macros",
      columns: "merchant_id id name name_key steps created_at updated_at".split(" "),
      rows: macrosWith(labelId).map(([name, steps]) => [
        ...[merchantId, ids.at(madeMs), name, name.toLowerCase()],
        ...[steps, at, at],
      ]),
    },
  ];
}
