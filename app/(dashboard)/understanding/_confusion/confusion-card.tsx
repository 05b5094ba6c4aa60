"use client";

import { ArrowLeft, Grid3x3 } from "lucide-react";
import Link from "next/link";
import { useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { PlotCard } from "@/components/charts/plot-card";
import { EmptyState } from "@/components/feedback/empty-state";
import type { IntentGroup } from "@/components/intents/intent-groups";
import type { OwnIntent } from "@/components/intents/intent-words";
import { useIntents } from "@/components/intents/use-intents";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { addCells, type ConfusionCell } from "@/lib/intelligence/text/confusion";
import { TEXT_LANGUAGES, type TextLanguage } from "@/lib/intelligence/text/text-model";
import { confuseGroups, confuseIntents, listConfusions } from "./confusion-matrix";
import { ConfusionTable } from "./confusion-table";
import { MatrixGrid } from "./matrix-grid";
import { TopConfusions } from "./top-confusions";
import { readLanguage, useConfusionAddress } from "./use-confusion-address";

/** A cell of the messages in one language. */
export type SpokenCell = ConfusionCell & { lang: TextLanguage };

export interface HeldOutConfusion {
  version: string;
  set: string;
  lines: number;
  cells: SpokenCell[];
}

interface ConfusionCardProps {
  reviewed: SpokenCell[];
  heldOut: HeldOutConfusion | null;
  own: OwnIntent[];
}

/** What is taken for what: groups first, the intents of two groups on demand, the frequent confusions beside them. */
export function ConfusionCard({ reviewed, heldOut, own }: ConfusionCardProps) {
  const t = useTranslations("understanding.confusion");
  const common = useTranslations("common");
  const languages = useTranslations("understanding.language");
  const groupNames = useTranslations("intentPicker.groups");
  const format = useFormatter();
  const { nameOf } = useIntents(own);
  const { source, between, language, setSource, setBetween, setLanguage } = useConfusionAddress(
    heldOut !== null,
  );
  const spoken = source === "heldOut" && heldOut ? heldOut.cells : reviewed;
  const offered = TEXT_LANGUAGES.filter(
    (code) => code === language || spoken.some(({ lang }) => lang === code),
  );
  const cells = useMemo(
    () => addCells(spoken.filter(({ lang }) => language === null || lang === language)),
    [spoken, language],
  );
  const groups = useMemo(() => confuseGroups(cells), [cells]);
  const inner = useMemo(() => between && confuseIntents(cells, ...between), [cells, between]);
  const wrong = useMemo(() => listConfusions(cells), [cells]);
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const nameGroup = (group: IntentGroup) => groupNames(group);

  const switches = (
    <span className="flex flex-wrap items-center gap-2">
      {offered.length > 0 ? (
        <NativeSelect
          aria-label={languages("label")}
          className="w-auto"
          value={language ?? ""}
          onChange={(event) => setLanguage(readLanguage(event.target.value))}
        >
          <option value="">{languages("all")}</option>
          {offered.map((code) => (
            <option key={code} value={code}>
              {languages(code)}
            </option>
          ))}
        </NativeSelect>
      ) : null}
      {heldOut ? (
        <ToggleGroup
          type="single"
          aria-label={t("source")}
          value={source}
          onValueChange={(value) => value && setSource(value === "heldOut" ? "heldOut" : "reviewed")}
        >
          <ToggleGroupItem value="reviewed">{t("reviewed")}</ToggleGroupItem>
          <ToggleGroupItem value="heldOut">{t("heldOut")}</ToggleGroupItem>
        </ToggleGroup>
      ) : null}
    </span>
  );
  return (
    <PlotCard
      title={t("title")}
      description={
        source === "heldOut" && heldOut
          ? t("heldOutNote", {
              version: heldOut.version,
              lines: format.number(heldOut.lines),
              set: heldOut.set,
            })
          : t("reviewedNote", { count: format.number(total) })
      }
      action={switches}
      labels={{ table: common("table"), chart: common("chart") }}
      table={total > 0 ? <ConfusionTable confusions={wrong} nameOf={nameOf} /> : undefined}
    >
      {total === 0 ? (
        <EmptyState
          icon={Grid3x3}
          title={t("emptyTitle")}
          description={t("emptyText")}
          action={
            <Button asChild variant="outline">
              <Link href="/understanding/review">{t("emptyAction")}</Link>
            </Button>
          }
          className="py-8"
        />
      ) : (
        <div className="grid gap-x-8 gap-y-4 pt-1 xl:grid-cols-[minmax(0,auto)_minmax(280px,1fr)]">
          <div className="min-w-0">
            {between && inner ? (
              <>
                <div className="mb-2 flex flex-wrap items-center gap-2">
                  <Button variant="outline" size="sm" onClick={() => setBetween(null)}>
                    <ArrowLeft aria-hidden className="size-3.5" />
                    {t("back")}
                  </Button>
                  <h3 className="font-medium text-compact">
                    {between[0] === between[1]
                      ? t("inGroup", { group: nameGroup(between[0]) })
                      : t("across", { asked: nameGroup(between[0]), read: nameGroup(between[1]) })}
                  </h3>
                </div>
                <MatrixGrid key={between.join()} matrix={inner} nameOf={nameOf} />
              </>
            ) : (
              <MatrixGrid
                matrix={groups}
                nameOf={nameGroup}
                onOpen={(row, column) => setBetween([row, column])}
              />
            )}
            <Legend />
          </div>
          <TopConfusions confusions={wrong} nameOf={nameOf} />
        </div>
      )}
    </PlotCard>
  );
}

function Legend() {
  const t = useTranslations("understanding.confusion");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-xs">
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="size-3 rounded-[3px] bg-jade/30" />
        {t("legendRight")}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="size-3 rounded-[3px] bg-cinnabar/40" />
        {t("legendWrong")}
      </li>
    </ul>
  );
}
