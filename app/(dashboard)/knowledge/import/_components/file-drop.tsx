"use client";

import { FileText, Upload, X } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatNumber } from "@/components/format/format-number";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { MAX_IMPORT_LENGTH } from "@/lib/data/knowledge/schemas";
import { type Complaint, type ReadFile, readFile } from "./read-file";

const ACCEPT = ".md,.markdown,.txt,.html,.htm,.csv,.tsv,text/markdown,text/html,text/csv,text/plain";

interface FileDropProps {
  file: ReadFile | null;
  disabled: boolean;
  onChange: (file: ReadFile | null) => void;
}

/** A place to drop a file on that is also a button, for those who do not drag. */
export function FileDrop({ file, disabled, onChange }: FileDropProps) {
  const t = useTranslations("knowledge.importer");
  const locale = useLocale();
  const inputRef = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const count = formatNumber(MAX_IMPORT_LENGTH, locale);
  const take = async (files: FileList | null) => {
    const [first] = files ?? [];
    if (!first) return;
    const read = files!.length > 1 ? "one" : await readFile(first);
    setComplaint(typeof read === "string" ? read : null);
    onChange(typeof read === "string" ? null : read);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) void take(event.dataTransfer.files);
  };
  return (
    <div>
      <input
        ref={inputRef}
        type="file"
        accept={ACCEPT}
        className="sr-only"
        tabIndex={-1}
        aria-label={t("file")}
        onChange={(event) => {
          void take(event.target.files);
          event.target.value = "";
        }}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
      <div
        data-testid="drop-zone"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cn(
          "rounded-md border border-field border-dashed transition-colors",
          isOver && "border-blue bg-blue-wash",
          file ? "px-3 py-2" : "px-4 py-6 text-center",
        )}
      >
        {file ? (
          <div className="flex items-center gap-2.5 text-compact">
            <FileText aria-hidden className="size-4 shrink-0 text-ink-3" />
            <span className="min-w-0 break-all font-medium">{file.name}</span>
            <span className="ml-auto flex gap-1">
              <Button variant="ghost" disabled={disabled} onClick={() => inputRef.current?.click()}>
                {t("change")}
              </Button>
              <Button
                variant="ghost"
                size="icon"
                disabled={disabled}
                aria-label={t("remove")}
                onClick={() => onChange(null)}
              >
                <X aria-hidden />
              </Button>
            </span>
          </div>
        ) : (
          <>
            <Button variant="outline" onClick={() => inputRef.current?.click()}>
              <Upload aria-hidden />
              {t("choose")}
            </Button>
            <p className="mt-2 text-compact text-ink-3">{t("drop", { count })}</p>
          </>
        )}
      </div>
      {complaint ? (
        <p role="alert" className="mt-2 text-cinnabar-ink text-compact">
          {t(`complaint.${complaint}`, { count })}
        </p>
      ) : null}
    </div>
  );
}
