import { newId } from "../../lib/core/ids";
import { readDemo } from "./login";
import { askDatabase } from "./shop-data";

/** An empty shop of one's own with the demo shop's people in it: its settings are nobody else's. Gives its id. */
export async function makeShop(name: string): Promise<string> {
  const id = newId();
  const { merchantId } = readDemo();
  await askDatabase((sql) =>
    sql.begin(async (tx) => {
      await tx`INSERT INTO merchants (id, name, slug, base_currency, time_zone)
               VALUES (${id}, ${name}, ${`e2e-${id}`}, 'CNY', 'Asia/Shanghai')`;
      await tx`INSERT INTO memberships (merchant_id, user_id, role)
               SELECT ${id}, user_id, role FROM memberships
               WHERE merchant_id = ${merchantId} AND role IN ('owner', 'agent')`;
    }),
  );
  return id;
}
