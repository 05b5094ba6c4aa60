import { DAY_MS } from "./calendar";
import type { CopyValue } from "./copy-rows";
import { IdFactory, Random } from "./random";
import { iso, type Load } from "./rows";
import type { DemoShop } from "./shop";

/** What the demo shop grants after a sale, where it differs from the defaults. */
const SERVICE_POLICY = {
  returnWindowDays: 30,
  exchangeWindowDays: 30,
  acceptsOpenedGoods: false,
  returnCarrier: "SF Express",
  returnAddress: {
    recipient: "Harbour & Pine 退货组",
    phone: "0757-8000-0100",
    lines: ["示例路100号 3号仓"],
    city: "佛山",
    region: "广东",
    postalCode: "528000",
    country: "CN",
  },
};

/** Code, kind, per cent in hundredths or null, amount in fen or null, minimum in fen, per customer, public. */
type DemoCoupon = [string, string, number | null, number | null, number, number | null, boolean];
const COUPONS: readonly DemoCoupon[] = [
  ["WELCOME10", "percent", 1_000, null, 0, 1, true],
  ["HOME30", "fixed", null, 3_000, 30_000, null, true],
  ["FREESHIP", "free_shipping", null, null, 5_000, null, true],
  ["FRIENDS15", "percent", 1_500, null, 0, 2, false],
];

/** The policy and the coupons of the demo shop. */
export function serviceLoads({ anchorMs }: DemoShop, merchantId: string): Load[] {
  const madeAt = iso(anchorMs - 60 * DAY_MS);
  const ids = new IdFactory(new Random("harbour-and-pine/coupons"));
  const coupons = COUPONS.map(([code, kind, percent, amount, minimum, limit, isPublic], at): CopyValue[] => [
    ...[merchantId, ids.at(anchorMs - 60 * DAY_MS + at), code, kind, percent, amount, "CNY", minimum],
    ...[limit, isPublic, madeAt, madeAt],
  ]);
  return [
    {
      table: "service_policies",
      columns: ["merchant_id", "settings", "updated_by", "updated_at"],
      rows: [[merchantId, SERVICE_POLICY, "demo", madeAt]],
    },
    {
      table: "coupons",
      columns:
        "merchant_id id code kind percent_basis_points amount_minor currency minimum_minor per_customer_limit is_public created_at updated_at".split(
          " ",
        ),
      rows: coupons,
    },
  ];
}
