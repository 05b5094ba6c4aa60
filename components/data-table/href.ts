/** The address's own parameters, as a page receives them. */
export type UrlParams = Record<string, string | string[] | undefined>;

/** An address with some parameters changed; `undefined` and "" take one away. */
export function hrefWith(
  pathname: string,
  params: UrlParams,
  changes: Record<string, string | undefined>,
): string {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (name in changes) continue;
    for (const item of Array.isArray(value) ? value : [value]) if (item) next.append(name, item);
  }
  for (const [name, value] of Object.entries(changes)) if (value) next.set(name, value);
  const query = next.toString();
  return query ? `${pathname}?${query}` : pathname;
}
