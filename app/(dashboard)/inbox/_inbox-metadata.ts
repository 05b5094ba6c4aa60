import type { Metadata } from "next";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { countInbox } from "@/lib/service/conversations";

/** The browser tab says from the first paint how many wait for a person. */
export async function inboxMetadata(): Promise<Metadata> {
  const ctx = await requirePageContext("conversations:read");
  const [t, common, counts] = await Promise.all([
    getTranslations("inbox"),
    getTranslations("common"),
    countInbox(ctx),
  ]);
  const waiting = counts.needsPerson;
  const name = waiting > 0 ? t("titleWithCount", { count: waiting }) : t("title");
  return { title: { absolute: `${name} · ${common("appName")}` } };
}
