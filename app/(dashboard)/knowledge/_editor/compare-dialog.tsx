"use client";

import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { ArticleDto, ArticleVersionDto } from "@/lib/data/knowledge/schemas";
import { restoreVersion } from "../_actions";
import { draftOf } from "./draft";
import type { Editor } from "./use-editor";
import { VersionDiff } from "./version-diff";

interface CompareDialogProps {
  editor: Editor;
  article: ArticleDto;
  versions: readonly ArticleVersionDto[];
  /** The version that was pressed. */
  compared: number;
  canWrite: boolean;
  onClose: () => void;
}

/** Two versions beside each other; an older one can be brought back. */
export function CompareDialog({
  editor,
  article,
  versions,
  compared,
  canWrite,
  onClose,
}: CompareDialogProps) {
  const t = useTranslations("knowledge.history");
  const common = useTranslations("common");
  const numbers = versions.map(({ number }) => number);
  const latest = numbers[0]!;
  // The latest is asked what it changed, an older one what has changed since.
  const [chosenFrom, setFrom] = useState<number | null>(null);
  const [chosenTo, setTo] = useState<number | null>(null);
  const from = chosenFrom ?? (compared === latest ? (numbers[1] ?? latest) : compared);
  const to = chosenTo ?? latest;
  const isUnsaved = editor.unsaved.includes(article.language);
  const { run, isPending } = useAction(restoreVersion, {
    onSuccess: (restored) => {
      editor.accept(restored);
      onClose();
      showUndoToast({
        message: t("restoredNow", { from, number: restored.latestVersion }),
        undoLabel: common("undo"),
        onUndo: () => undoing.run({ id: article.id, number: latest }),
      });
    },
  });
  const undoing = useAction(restoreVersion, { onSuccess: (restored) => editor.accept(restored) });
  const side = (number: number) => {
    const version = versions.find((each) => each.number === number)!;
    return {
      name: t("version", { number }),
      draft: draftOf({ ...article, ...version }, undefined, editor.timeZone),
    };
  };
  const choice = (label: string, value: number, onChange: (number: number) => void) => (
    <Field label={label} className="w-44">
      <NativeSelect value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {numbers.map((number) => (
          <option key={number} value={number}>
            {t("version", { number })}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent className="max-w-3xl" closeLabel={common("close")}>
        <DialogHeader>
          <DialogTitle>{t("dialog")}</DialogTitle>
          {canWrite ? (
            <DialogDescription>{isUnsaved ? t("saveFirst") : t("restoreHint")}</DialogDescription>
          ) : null}
        </DialogHeader>
        <div className="flex flex-wrap gap-3">
          {choice(t("from"), from, setFrom)}
          {choice(t("to"), to, setTo)}
        </div>
        <VersionDiff language={article.language} from={side(from)} to={side(to)} />
        {canWrite && from !== latest ? (
          <DialogFooter>
            <Button
              variant="outline"
              disabled={isUnsaved}
              loading={isPending}
              onClick={() => run({ id: article.id, number: from })}
            >
              <RotateCcw aria-hidden />
              {t("restore", { number: from })}
            </Button>
          </DialogFooter>
        ) : null}
      </DialogContent>
    </Dialog>
  );
}
