"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { SizeChartInput } from "@/lib/data/catalog/schemas";
import type { SizeChart } from "@/lib/intelligence/sizing";
import { setSizeChart } from "../../_actions";
import { convert, draftOf, readChart } from "../_chart-draft";
import { UNITS } from "../_range-text";
import { AdvicePreview } from "./advice-preview";
import { ChartGrid } from "./chart-grid";
import { CopyDialog } from "./copy-dialog";

interface ChartEditorProps {
  productId: string;
  name: string;
  chart: SizeChart | null;
  mayWrite: boolean;
}

/** The chart as a grid, beside what the bot would advise by it. */
export function ChartEditor({ productId, name, chart: stored, mayWrite }: ChartEditorProps) {
  const t = useTranslations("sizeCharts");
  const common = useTranslations("common");
  const [draft, setDraft] = useState(() => draftOf(stored));
  const [isTried, setTried] = useState(false);
  const { chart, cells, problem } = readChart(draft);
  const save = useAction(setSizeChart, { onSuccess: () => toast.success(t("saved", { name })) });
  const restore = useAction(setSizeChart, {
    onSuccess: ({ chart: restored }) => setDraft(draftOf(restored)),
  });
  const remove = useAction(setSizeChart, {
    onSuccess: () => {
      const before = stored;
      setDraft(draftOf(null));
      setTried(false);
      showUndoToast({
        message: t("removed", { name }),
        undoLabel: common("undo"),
        onUndo: () => restore.run({ productId, chart: before as SizeChartInput | null }),
      });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chart) save.run({ productId, chart: chart as SizeChartInput });
  };
  const wrong = isTried ? (problem ?? Object.values(cells)[0] ?? null) : null;
  return (
    <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_340px]">
      <form onSubmit={submit} className="min-w-0">
        <Card>
          <CardHeader>
            <CardTitle>{t("grid")}</CardTitle>
            <CardDescription>{t("gridHint")}</CardDescription>
          </CardHeader>
          <CardContent className="grid gap-4">
            <Field label={t("unit")} className="max-w-64">
              <NativeSelect
                value={draft.unit}
                onChange={(event) =>
                  setDraft(convert(draft, UNITS.find((unit) => unit === event.target.value) ?? "cm"))
                }
              >
                {UNITS.map((unit) => (
                  <option key={unit} value={unit}>
                    {t(`units.${unit}`)}
                  </option>
                ))}
              </NativeSelect>
            </Field>
            <ChartGrid draft={draft} problems={isTried ? cells : {}} onChange={setDraft} />
            {wrong ? (
              <p role="alert" className="text-cinnabar-ink text-compact">
                {t(`problems.${wrong}`)}
              </p>
            ) : null}
            {mayWrite ? (
              <div className="flex flex-wrap gap-2">
                <Button type="submit" loading={save.isPending}>
                  {t("save")}
                </Button>
                {stored ? (
                  <>
                    <CopyDialog productId={productId} name={name} />
                    <Button
                      variant="ghost"
                      loading={remove.isPending}
                      onClick={() => remove.run({ productId, chart: null })}
                    >
                      {t("remove")}
                    </Button>
                  </>
                ) : null}
              </div>
            ) : null}
          </CardContent>
        </Card>
      </form>
      <AdvicePreview chart={chart} measures={draft.measures} unit={draft.unit} name={name} />
    </div>
  );
}
