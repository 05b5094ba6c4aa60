import type { Metadata } from "next";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getLanguageModel } from "@/lib/platform/llm";
import { FailureTable } from "./_components/failure-table";
import { ModelForm } from "./_components/model-form";
import { ModelState } from "./_components/model-state";
import { UsageCard } from "./_components/usage-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("languageModel");
  return { title: t("title") };
}

export default async function LanguageModelPage() {
  const ctx = await requirePageContext("settings:write");
  const [model, t] = await Promise.all([getLanguageModel(ctx), getTranslations("languageModel")]);
  const hasHistory = model.usage.some(({ calls }) => calls > 0);
  return (
    <div className="grid max-w-3xl gap-6">
      <p className="max-w-2xl text-ink-2 text-sm">{t("lead")}</p>
      <ModelForm key={model.updatedAt} model={model} />
      {model.isConfigured ? <ModelState model={model} /> : null}
      {hasHistory ? <UsageCard ctx={ctx} usage={model.usage} /> : null}
      {model.recentErrors.length > 0 ? <FailureTable errors={model.recentErrors} /> : null}
    </div>
  );
}
