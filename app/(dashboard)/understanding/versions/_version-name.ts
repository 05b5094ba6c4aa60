import type { getTranslations } from "@/lib/platform/http/locale";
import { SHIPPED, type UnderstandingStatusDto } from "@/lib/service/understanding/schemas";

type Words = Awaited<ReturnType<typeof getTranslations<"understanding.versions">>>;

/** A version by its number; none is the shipped model. */
export function versionName(t: Words, number: number | null): string {
  return number === null ? t("shipped") : t("version", { number });
}

/** How the address and the verbs name what reads messages now. */
export function activeId(status: UnderstandingStatusDto): string {
  return status.active.versionId ?? SHIPPED;
}
