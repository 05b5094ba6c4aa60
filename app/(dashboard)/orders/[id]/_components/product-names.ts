/** What lines of orders and returns are called, by product id. */
export type ProductNames = Readonly<
  Record<string, { sku: string; name: { zh?: string; en?: string; es?: string } }>
>;
