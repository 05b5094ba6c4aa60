"use client";

import { TriangleAlert } from "lucide-react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import { findVariables } from "@/lib/service/canned-replies/schemas";

interface UnfilledLineProps {
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Names the variables that nobody has filled in; each leads to its place in the text. */
export function UnfilledLine({ text, field }: UnfilledLineProps) {
  const t = useTranslations("inboxTools.composer");
  const names = findVariables(text);
  if (names.length === 0) return null;
  const show = (name: string) => {
    const match = new RegExp(`\\{\\{\\s*${name.replace(/\./g, "\\.")}\\s*\\}\\}`).exec(text);
    if (!match) return;
    field.current?.focus();
    field.current?.setSelectionRange(match.index, match.index + match[0].length);
  };
  return (
    <p
      role="status"
      className="mx-2 mb-2 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md bg-amber-wash px-2 py-1 text-amber-ink text-xs"
    >
      <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
      {t("unfilled")}
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-label={t("unfilledOne", { name })}
          onClick={() => show(name)}
          className="min-h-6 rounded-sm font-mono underline underline-offset-2"
        >
          {`{{${name}}}`}
        </button>
      ))}
    </p>
  );
}
