"use client";

import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ACCEPTED_TYPES } from "@/lib/platform/attachments/schemas";

interface AttachButtonProps {
  /** Why this channel takes no files, if it does not: the button stays and says so. */
  refusal: string | null;
  onFiles: (files: File[]) => void;
}

export function AttachButton({ refusal, onFiles }: AttachButtonProps) {
  const t = useTranslations("attachments");
  const input = useRef<HTMLInputElement>(null);
  const label = refusal ?? t("attach");
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPTED_TYPES}
        tabIndex={-1}
        aria-label={t("attach")}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again after it was taken out.
          event.target.value = "";
        }}
      />
      <Button
        variant="ghost"
        size="icon"
        aria-label={label}
        title={label}
        aria-disabled={refusal !== null}
        className={refusal ? "opacity-50" : undefined}
        onClick={() => (refusal ? null : input.current?.click())}
      >
        <Paperclip aria-hidden />
      </Button>
    </>
  );
}
