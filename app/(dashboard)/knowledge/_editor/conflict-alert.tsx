"use client";

import { GitCompare } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { draftOf } from "./draft";
import type { Editor } from "./use-editor";
import { VersionDiff } from "./version-diff";

/** Somebody else saved first: both texts are there, and nothing happens before one of them is chosen. */
export function ConflictAlert({ editor }: { editor: Editor }) {
  const t = useTranslations("knowledge.editor");
  const common = useTranslations("common");
  const [isComparing, setComparing] = useState(false);
  const { theirs, drafts, language, timeZone, settle, isSaving } = editor;
  if (!theirs) return null;
  return (
    <Alert tone="amber" role="alert" data-testid="conflict">
      <GitCompare aria-hidden />
      <AlertTitle>{t("conflict", { number: theirs.latestVersion })}</AlertTitle>
      <AlertDescription className="grid gap-2">
        <p>{t("conflictText")}</p>
        <div className="flex flex-wrap gap-2">
          <Button variant="outline" size="sm" onClick={() => setComparing(true)}>
            {t("compare")}
          </Button>
          <Button variant="outline" size="sm" loading={isSaving} onClick={() => void settle("mine")}>
            {t("keepMine")}
          </Button>
          <Button variant="outline" size="sm" onClick={() => void settle("theirs")}>
            {t("takeTheirs")}
          </Button>
        </div>
      </AlertDescription>
      <Dialog open={isComparing} onOpenChange={setComparing}>
        <DialogContent className="max-w-3xl" closeLabel={common("close")} aria-describedby={undefined}>
          <DialogHeader>
            <DialogTitle>{t("conflictDiff")}</DialogTitle>
          </DialogHeader>
          <VersionDiff
            language={language}
            from={{
              name: t("theirs", { number: theirs.latestVersion }),
              draft: draftOf(theirs, undefined, timeZone),
            }}
            to={{ name: t("mine"), draft: drafts[language] }}
          />
        </DialogContent>
      </Dialog>
    </Alert>
  );
}
