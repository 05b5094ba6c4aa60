import { cookies } from "next/headers";
import { z } from "zod";
import { THEME_COOKIE, THEMES } from "@/components/shell/preferences";
import { LOCALES } from "@/lib/core/context";
import { LOCALE_COOKIE } from "@/lib/core/cookies";
import { CUSTOMER_COOKIE } from "../_data/store-context";

const YEAR_SECONDS = 31_536_000;
const STORE = /^\/demo\/store(?:[/?][\x21-\x7e]*)?$/;

const input = z.object({
  customer: z.string().max(200).optional(),
  locale: z.enum(LOCALES).optional(),
  theme: z.enum(THEMES).optional(),
  back: z.string().regex(STORE).catch("/demo/store"),
});

/** Keeps what a visitor chose (who they are, language, appearance) and goes back to where they were. Works without scripts. */
export async function POST(request: Request): Promise<Response> {
  const choice = input.safeParse(Object.fromEntries(await request.formData()));
  const site = request.headers.get("sec-fetch-site");
  if (choice.success && (site === null || site === "same-origin")) {
    const jar = await cookies();
    const keep = (name: string, value: string | undefined, maxAge: number) => {
      if (value !== undefined) jar.set(name, value, { path: "/", sameSite: "lax", maxAge });
    };
    keep(LOCALE_COOKIE, choice.data.locale, YEAR_SECONDS);
    keep(THEME_COOKIE, choice.data.theme, YEAR_SECONDS);
    if (choice.data.customer === "") jar.delete(CUSTOMER_COOKIE);
    else keep(CUSTOMER_COOKIE, choice.data.customer, YEAR_SECONDS);
  }
  return new Response(null, { status: 303, headers: { Location: choice.data?.back ?? "/demo/store" } });
}
