import Link from "next/link";
import type { Context } from "@/lib/core/context";
import { MAX_LIMIT } from "@/lib/core/pagination";
import { listProducts } from "@/lib/data/catalog";
import { getTranslations } from "@/lib/platform/http/locale";
import { stockLevel } from "./stock-chip";

/** The page's first sentence: how many products need an order, and how many are gone already. */
export async function StockLead({ ctx }: { ctx: Context }) {
  const [t, low] = await Promise.all([
    getTranslations("products"),
    listProducts(ctx, { status: "active", stock: "low", limit: MAX_LIMIT }),
  ]);
  if (low.data.length === 0) return t("lead.enough");
  const out = low.data.filter((product) => stockLevel(product) === "out").length;
  const words = t.rich(low.nextCursor ? "lead.lowAtLeast" : "lead.low", {
    low: low.data.length,
    out,
    link: (chunks) => (
      <Link
        href="/products?status=active&stock=low&sort=available"
        className="rounded-sm text-blue-ink underline underline-offset-2"
      >
        {chunks}
      </Link>
    ),
  });
  return <>{words}</>;
}
