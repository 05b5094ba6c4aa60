import { RotateCcw } from "lucide-react";
import { useTranslations } from "use-intl";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Editor } from "./use-editor";

export function BroughtBackAlert({ editor }: { editor: Editor }) {
  const t = useTranslations("knowledge.editor");
  if (!editor.wasBroughtBack || editor.unsaved.length === 0) return null;
  return (
    <Alert tone="blue" role="status">
      <RotateCcw aria-hidden />
      <AlertTitle>{t("broughtBack")}</AlertTitle>
      <AlertDescription className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {t("broughtBackText")}
        <Button variant="outline" size="sm" onClick={editor.discard}>
          {t("discard")}
        </Button>
      </AlertDescription>
    </Alert>
  );
}
