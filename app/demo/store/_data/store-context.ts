import { cookies, headers } from "next/headers";
import { cache } from "react";
import { type Context, systemContext } from "@/lib/core/context";
import { getLocale } from "@/lib/platform/http/locale";
import { requestIdOf } from "@/lib/platform/http/request-id";
import { type DemoShop, readDemoShop, signDemoCustomer } from "@/lib/platform/merchants/demo-shop";
import { type DemoCustomer, findDemoCustomer, findDemoCustomers } from "./demo-customers";

export const CUSTOMER_COOKIE = "demo_customer";

export interface StoreContext {
  shop: DemoShop;
  ctx: Context;
  /** Whom a visitor may choose to be. */
  people: DemoCustomer[];
  /** Whom they chose; null for a guest. */
  customer: DemoCustomer | null;
}

/** What every page of the storefront needs; null where this installation has no demo shop. */
export const readStoreContext = cache(async (): Promise<StoreContext | null> => {
  const [jar, requestHeaders, locale] = await Promise.all([cookies(), headers(), getLocale()]);
  const requestId = requestIdOf(requestHeaders);
  const shop = await readDemoShop(requestId);
  if (!shop) return null;
  const ctx: Context = { ...systemContext(shop.merchantId, "storefront", requestId), locale };
  const handful = await findDemoCustomers(ctx);
  const chosen = jar.get(CUSTOMER_COOKIE)?.value;
  const known = handful.find((person) => person.externalId === chosen) ?? null;
  const customer = known ?? (chosen ? await findDemoCustomer(ctx, chosen) : null);
  const people = customer && !known ? [customer, ...handful] : handful;
  return { shop, ctx, people, customer };
});

/** The customer with the shop's signature, for the widget's `data-customer`. */
export async function signedCustomer({ shop, ctx, customer }: StoreContext): Promise<string | undefined> {
  if (!customer) return undefined;
  const { externalId, name, language } = customer;
  const signature = await signDemoCustomer(shop, externalId, ctx.requestId);
  return JSON.stringify({ externalId, name, locale: language, signature });
}
