"use client";

import { FileText, Upload, X } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { Locale } from "@/lib/core/context";
import { formatBytes } from "../../_components/format-bytes";

interface FileChoiceProps {
  file: File | null;
  locale: Locale;
  disabled: boolean;
  onChange: (file: File | null) => void;
}

const ACCEPT = ".csv,.tsv,.txt,.jsonl,.ndjson,.gz,text/csv,application/gzip,application/x-ndjson";
const MAX_BYTES = 1024 ** 3;

type Complaint = "one" | "empty" | "large";

/** A place to drop a file on that is also a button, for those who do not drag. */
export function FileChoice({ file, locale, disabled, onChange }: FileChoiceProps) {
  const t = useTranslations("imports");
  const inputRef = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (!first) return;
    const wrong = findComplaint(files!, first);
    setComplaint(wrong);
    if (!wrong) onChange(first);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  };
  return (
    <div>
      <input
        ref={inputRef}
        type="file"
        accept={ACCEPT}
        className="sr-only"
        tabIndex={-1}
        aria-label={t("file.label")}
        onChange={(event) => {
          take(event.target.files);
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
            <span className="whitespace-nowrap text-ink-3">{formatBytes(file.size, locale)}</span>
            <span className="ml-auto flex gap-1">
              <Button variant="ghost" disabled={disabled} onClick={() => inputRef.current?.click()}>
                {t("file.change")}
              </Button>
              <Button
                variant="ghost"
                size="icon"
                disabled={disabled}
                aria-label={t("file.remove")}
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
              {t("file.choose")}
            </Button>
            <p className="mt-2 text-compact text-ink-3">{t("file.drop")}</p>
          </>
        )}
      </div>
      {complaint ? (
        <p role="alert" className="mt-2 text-cinnabar-ink text-compact">
          {t(`file.${complaint}`)}
        </p>
      ) : null}
    </div>
  );
}

function findComplaint(files: FileList, first: File): Complaint | null {
  if (files.length > 1) return "one";
  if (first.size === 0) return "empty";
  return first.size > MAX_BYTES ? "large" : null;
}
