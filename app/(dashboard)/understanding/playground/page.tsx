import type { Metadata } from "next";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getUnderstandingStatus } from "@/lib/service/understanding";
import { one } from "../../_shared/url-state";
import { UnderstandingPage } from "../_components/understanding-page";
import { readOwnIntents } from "../_read-own-intents";

import { Playground } from "./_components/playground";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("understanding");
  return { title: `${t("tabs.playground")} · ${t("title")}` };
}

export default async function PlaygroundPage({
  searchParams,
}: {
  searchParams: Promise<{ text?: string | string[] }>;
}) {
  const ctx = await requirePageContext("understanding:use");
  const [t, own, status, { text }] = await Promise.all([
    getTranslations("understanding.playground"),
    readOwnIntents(ctx),
    getUnderstandingStatus(ctx),
    searchParams,
  ]);
  return (
    <UnderstandingPage ctx={ctx} lead={t("lead")}>
      <Playground initialText={one(text) ?? ""} own={own} lowConfidence={status.lowConfidence} />
    </UnderstandingPage>
  );
}
