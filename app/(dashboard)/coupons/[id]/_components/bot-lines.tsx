import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import type { CouponDto } from "@/lib/data/coupons/schemas";
import type { getTranslations } from "@/lib/platform/http/locale";
import { sayCouponLine } from "@/lib/service/dialogue";

const LANGUAGES = [
  { language: "zh", tag: "zh-CN" },
  { language: "en", tag: "en" },
  { language: "es", tag: "es" },
] as const;

interface BotLinesProps {
  coupon: CouponDto;
  timeZone: string;
  t: Awaited<ReturnType<typeof getTranslations<"coupons">>>;
}

/** How the bot lists the coupon to customers, in each of their languages. */
export function BotLines({ coupon, timeZone, t }: BotLinesProps) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("record.botSays")}</CardTitle>
      </CardHeader>
      <CardContent>
        <ul className="grid gap-2 text-compact leading-5">
          {LANGUAGES.map(({ language, tag }) => (
            <li key={tag} lang={tag} className="rounded-md bg-blue-wash px-2.5 py-1.5">
              {sayCouponLine(coupon, { language, timeZone })}
            </li>
          ))}
        </ul>
      </CardContent>
      <CardFooter>{coupon.isPublic ? t("says.public") : t("says.secret")}</CardFooter>
    </Card>
  );
}
