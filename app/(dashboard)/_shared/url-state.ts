import { hrefWith, type UrlParams } from "@/components/data-table/href";

/** The one value of a parameter; a repeated one counts once. */
export function one(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value[0] : value) || undefined;
}

interface Choice<Value> {
  safeParse: (value: unknown) => { success: true; data: Value } | { success: false };
}

/** A parameter through its schema; an address that was typed wrongly filters nothing rather than failing. */
export function pick<Value>(schema: Choice<Value>, value: string | string[] | undefined): Value | undefined {
  const result = schema.safeParse(one(value));
  return result.success ? result.data : undefined;
}

/** What a new filter or order makes void. */
export const PAGE_PARAMS = { cursor: undefined, back: undefined };

const FIRST_PAGE = "first";
const MAX_TRAIL = 12;

/**
 * Addresses of the pages before and after. A cursor only leads forward, so the way back stands in the address too
 * (`back`, oldest first): the pager works after a reload, in another tab and without scripts.
 */
export function pagerHrefs(
  pathname: string,
  params: UrlParams,
  nextCursor: string | null,
): { previousHref?: string; nextHref?: string } {
  const cursor = one(params.cursor);
  const trail = [params.back ?? []].flat();
  const hrefs: { previousHref?: string; nextHref?: string } = {};
  if (nextCursor) {
    const back = [...trail, cursor ?? FIRST_PAGE].slice(-MAX_TRAIL);
    hrefs.nextHref = hrefWith(pathname, { ...params, back }, { cursor: nextCursor });
  }
  if (cursor) {
    const before = trail.at(-1) ?? FIRST_PAGE;
    hrefs.previousHref = hrefWith(
      pathname,
      { ...params, back: trail.slice(0, -1) },
      { cursor: before === FIRST_PAGE ? undefined : before },
    );
  }
  return hrefs;
}
