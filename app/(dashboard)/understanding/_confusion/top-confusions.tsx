"use client";

import { ArrowRight } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import type { listConfusions } from "./confusion-matrix";

interface TopConfusionsProps {
  confusions: ReturnType<typeof listConfusions>;
  nameOf: (intent: string) => string;
}

const SHOWN = 8;

/** Where teaching helps most. */
export function TopConfusions({ confusions, nameOf }: TopConfusionsProps) {
  const t = useTranslations("understanding.confusion");
  const format = useFormatter();
  const shown = confusions.slice(0, SHOWN);
  const most = shown[0]?.count ?? 1;
  return (
    <section>
      <h3 className="mb-1.5 font-medium text-compact">{t("top")}</h3>
      {shown.length === 0 ? <p className="text-compact text-ink-3">{t("allRight")}</p> : null}
      <ol className="divide-y">
        {shown.map(({ actual, predicted, count, share }) => (
          <li key={`${actual} ${predicted}`} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-1.5">
            <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-compact">
              {nameOf(actual)}
              <ArrowRight aria-hidden className="size-3 shrink-0 text-ink-3" />
              <span className="sr-only">{t("read")}</span>
              {nameOf(predicted)}
            </span>
            <span className="text-right text-compact">
              {format.number(count)}
              <span className="ml-1.5 inline-block w-10 text-ink-3 text-xs" title={t("shareHint")}>
                {format.number(share, { style: "percent", maximumFractionDigits: 0 })}
              </span>
            </span>
            <span aria-hidden className="col-span-2 mt-1 h-1 rounded-full bg-ink/5">
              <span
                className="block h-1 rounded-full bg-cinnabar/60"
                style={{ width: `${(100 * count) / most}%` }}
              />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
