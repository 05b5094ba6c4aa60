"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { adviseSize, type Measure, type SizeChart } from "@/lib/intelligence/sizing";
import { readFigure, type Unit } from "../_range-text";

const FITS = ["regular", "tight", "loose"] as const;

interface AdvicePreviewProps {
  chart: SizeChart | null;
  measures: readonly Measure[];
  unit: Unit;
  name: string;
}

/** What the bot would advise to somebody of these measures, by the chart as it is typed. */
export function AdvicePreview({ chart, measures, unit, name }: AdvicePreviewProps) {
  const t = useTranslations("sizeCharts");
  const [body, setBody] = useState<Partial<Record<Measure, string>>>({});
  const [fit, setFit] = useState<(typeof FITS)[number]>("regular");
  const measured = Object.fromEntries(
    measures.flatMap((measure) => {
      const value = readFigure(body[measure] ?? "", measure, unit);
      return value === null ? [] : [[measure, value]];
    }),
  );
  return (
    <Card className="lg:sticky lg:top-4">
      <CardHeader>
        <CardTitle>{t("preview.title")}</CardTitle>
        <CardDescription>{t("preview.hint")}</CardDescription>
      </CardHeader>
      <CardContent className="grid gap-3">
        <div className="grid grid-cols-2 gap-2.5">
          {measures.map((measure) => (
            <Field key={measure} label={t(`measures.${measure}.${unit}`)}>
              <Input
                inputMode="decimal"
                autoComplete="off"
                value={body[measure] ?? ""}
                onChange={(event) => setBody({ ...body, [measure]: event.target.value })}
              />
            </Field>
          ))}
          <Field label={t("preview.fit")}>
            <NativeSelect
              value={fit}
              onChange={(event) => setFit(FITS.find((one) => one === event.target.value) ?? "regular")}
            >
              {FITS.map((one) => (
                <option key={one} value={one}>
                  {t(`preview.fits.${one}`)}
                </option>
              ))}
            </NativeSelect>
          </Field>
        </div>
        <div aria-live="polite" className="rounded-md bg-blue-wash px-2.5 py-2 text-compact leading-5">
          {chart ? (
            <Advice chart={chart} body={measured} fit={fit} name={name} />
          ) : (
            <p>{t("preview.noChart")}</p>
          )}
        </div>
      </CardContent>
    </Card>
  );
}

interface AdviceProps {
  chart: SizeChart;
  body: Partial<Record<Measure, number>>;
  fit: (typeof FITS)[number];
  name: string;
}

/** In the bot's own words. */
function Advice({ chart, body, fit, name }: AdviceProps) {
  const words = useTranslations("bot.size");
  const t = useTranslations("sizeCharts.preview");
  const advice = adviseSize(chart, body, fit);
  if (advice.label === null)
    return <p>{advice.reason === "needs_measurements" ? t("noBody") : words(advice.reason, { name })}</p>;
  return (
    <>
      <p className="font-medium">{words(`advice.${advice.confidence}`, { name, size: advice.label })}</p>
      {advice.reasons.map(({ measure, value, from, to }) => (
        <p key={measure}>{words("reason", { measure: words(`measure.${measure}`), value, from, to })}</p>
      ))}
      {advice.alternative ? <p>{words("alternative", { size: advice.alternative })}</p> : null}
    </>
  );
}
