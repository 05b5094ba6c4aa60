import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";

/** By the shop's clock, which is the one the reader works by. */
export async function Greeting({ ctx }: { ctx: PageContext }) {
  const t = await getTranslations("overview");
  const hour = Number(
    new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone: ctx.timeZone }).format(
      ctx.now(),
    ),
  );
  const part = hour < 5 ? "evening" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  return t(`greeting.${part}`, { name: ctx.session.user.name });
}
