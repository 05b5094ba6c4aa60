"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

/** A value to take away: selectable, and copied by one press. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const t = useTranslations("common");
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <div className="flex items-center gap-2 rounded-md border bg-paper py-1 pr-1 pl-2.5">
      <code className="min-w-0 flex-1 select-all break-all font-mono text-xs">{value}</code>
      <Button variant="outline" size="sm" onClick={copy} aria-label={`${t("copy")}: ${label}`}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        <span aria-live="polite">{isCopied ? t("copied") : t("copy")}</span>
      </Button>
    </div>
  );
}
