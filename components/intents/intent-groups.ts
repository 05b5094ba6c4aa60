/** The taxonomy's groups with their intents, as they are read in a picker and in the table of confusions. */
export const INTENT_GROUPS = {
  order: [
    "order_tracking",
    "order_cancel",
    "order_modify",
    "address_change",
    "order_place_help",
    "presale_reservation",
  ],
  delivery: ["delivery_time", "delivery_expedite", "delivery_options", "shipping_fee", "not_received"],
  afterSales: [
    "return_request",
    "exchange_request",
    "return_policy",
    "return_shipping",
    "refund_request",
    "refund_status",
    "wrong_item",
    "damaged_item",
    "missing_item",
    "warranty_repair",
    "price_protection",
  ],
  payment: ["payment_methods", "payment_problem", "installment", "invoice"],
  product: [
    "product_info",
    "product_availability",
    "size_advice",
    "product_authenticity",
    "product_recommend",
    "product_usage",
    "product_price",
  ],
  promotion: ["promotion_inquiry", "coupon_use", "gift_inquiry", "loyalty_points"],
  account: ["account_login", "account_manage", "privacy_data", "subscription"],
  service: ["human_agent", "contact_info", "complaint", "review_feedback"],
  talk: ["greeting", "thanks", "goodbye", "affirm", "deny", "provide_info"],
  outOfScope: ["out_of_scope"],
} as const satisfies Record<string, readonly string[]>;

/** `own` holds what the merchant has added; its intents are not known beforehand. */
export type IntentGroup = keyof typeof INTENT_GROUPS | "own";

export const GROUP_ORDER: readonly IntentGroup[] = [
  "own",
  ...(Object.keys(INTENT_GROUPS) as (keyof typeof INTENT_GROUPS)[]),
];

const groupById = new Map(
  Object.entries(INTENT_GROUPS).flatMap(([group, ids]) => ids.map((id) => [id, group as IntentGroup])),
);

/** Which group an intent stands in; one that the taxonomy does not know is the merchant's own. */
export function groupOf(intent: string): IntentGroup {
  return groupById.get(intent as never) ?? "own";
}
