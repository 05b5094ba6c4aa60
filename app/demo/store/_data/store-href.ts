interface Query {
  q?: string | undefined;
  category?: string | undefined;
  cursor?: string | undefined;
}

/** The address of a view of the shop: search, category and page are all in it. */
export function storeHref(query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const name of ["q", "category", "cursor"] as const) {
    const value = query[name];
    if (value) parameters.set(name, value);
  }
  return parameters.size > 0 ? `/demo/store?${parameters}` : "/demo/store";
}
