"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ServicePolicyDto } from "@/lib/data/after-sales/schemas";
import type { CategoryChoice } from "../../../_shared/category-tree";
import { updateServicePolicy } from "../../_actions";
import { AddressSection, type CountryChoice } from "./address-section";
import { CategorySection } from "./category-section";
import { ChangeSections } from "./change-section";
import { changesOf, type Draft } from "./draft";
import { PolicyPreview } from "./policy-preview";
import { ReturnSection } from "./return-section";

interface PolicyFormProps {
  policy: ServicePolicyDto;
  categories: CategoryChoice[];
  countries: CountryChoice[];
  /** Of a new address. */
  country: string;
  canWrite: boolean;
}

/** What the shop grants, changed beside the sentences that follow from it; saved only over what was read. */
export function PolicyForm({ policy, categories, countries, country, canWrite }: PolicyFormProps) {
  const t = useTranslations("servicePolicy");
  const common = useTranslations("common");
  const router = useRouter();
  const { updatedAt, ...before } = policy;
  const [draft, setDraft] = useState<Draft>(before);
  const { run, isPending, fields } = useAction(updateServicePolicy, {
    showsFields: true,
    onSuccess: () => toast.success(t("saved")),
  });
  const changes = changesOf(before, draft);
  const isChanged = Object.keys(changes).length > 0;
  const set = (change: Partial<Draft>) => setDraft((current) => ({ ...current, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged) run({ ...changes, expectedUpdatedAt: updatedAt });
  };
  const section = { draft, set, fields };
  return (
    <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_340px]">
      <form onSubmit={submit} className="min-w-0">
        <fieldset disabled={!canWrite} className="grid min-w-0 gap-3.5">
          <ReturnSection {...section} />
          <CategorySection {...section} categories={categories} />
          <ChangeSections {...section} />
          <AddressSection {...section} countries={countries} country={country} />
        </fieldset>
        {fields.expectedUpdatedAt ? (
          <Alert tone="amber" role="alert" className="mt-3.5">
            <AlertTitle>{t("conflict.title")}</AlertTitle>
            <AlertDescription>
              {t("conflict.text")}
              <div className="mt-2">
                <Button variant="outline" onClick={() => router.refresh()}>
                  {t("conflict.reload")}
                </Button>
              </div>
            </AlertDescription>
          </Alert>
        ) : null}
        {canWrite ? (
          <div className="sticky bottom-0 mt-3.5 flex flex-wrap items-center gap-2 border-t bg-paper py-3">
            <Button type="submit" loading={isPending} disabled={!isChanged}>
              {common("save")}
            </Button>
            {isChanged ? (
              <>
                <Button variant="ghost" onClick={() => setDraft(before)}>
                  {t("discard")}
                </Button>
                <span className="text-compact text-ink-3">{t("unsaved")}</span>
              </>
            ) : null}
          </div>
        ) : (
          <p className="mt-3.5 text-compact text-ink-3">{t("readOnly")}</p>
        )}
      </form>
      <PolicyPreview draft={draft} categories={categories} />
    </div>
  );
}
