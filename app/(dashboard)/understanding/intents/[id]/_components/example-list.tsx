"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { showUndoToast } from "@/components/feedback/undo-toast";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { IntentExampleDto, MerchantIntentDto } from "@/lib/service/understanding/schemas";
import { addExamples, removeExamples } from "../../../_actions";

interface ExampleListProps {
  intent: MerchantIntentDto;
  examples: IntentExampleDto[];
  canManage: boolean;
  pager: { previousHref?: string; nextHref?: string };
}

/** What customers write when they mean this, the newest first. */
export function ExampleList({ intent, examples, canManage, pager }: ExampleListProps) {
  const t = useTranslations("understanding.intents");
  const versions = useTranslations("understanding.versions");
  const common = useTranslations("common");
  const restoring = useAction(addExamples);
  const { run, isPending } = useAction(removeExamples);
  const remove = ({ id, text }: IntentExampleDto) => {
    run({ id: intent.id, exampleIds: [id] });
    showUndoToast({
      message: t("removed"),
      undoLabel: common("undo"),
      onUndo: () => restoring.run({ id: intent.id, texts: [text] }),
    });
  };
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("examplesTitle")}</CardTitle>
        <CardDescription>{t("examplesLead", { count: intent.exampleCount })}</CardDescription>
      </CardHeader>
      <ul aria-label={t("examplesTitle")} aria-busy={isPending} className="divide-y border-t">
        {examples.map((example) => (
          <li key={example.id} className="flex min-h-9 items-start gap-3 px-4 py-1.5 text-compact">
            <span className="min-w-0 flex-1 whitespace-pre-wrap break-words py-0.5">{example.text}</span>
            {canManage ? (
              <Button
                variant="ghost"
                size="sm"
                aria-label={t("removeText", { text: example.text.slice(0, 60) })}
                title={t("remove")}
                onClick={() => remove(example)}
              >
                <X aria-hidden className="size-3.5" />
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {pager.nextHref || pager.previousHref ? (
        <CursorPager
          {...pager}
          labels={{
            region: common("pages"),
            previous: versions("newer"),
            next: versions("older"),
          }}
        />
      ) : null}
    </Card>
  );
}
