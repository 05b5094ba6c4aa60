"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTitle } from "@/components/ui/dialog";
import type { KeptPicture } from "./attachment-list";

interface PictureViewerProps {
  pictures: readonly KeptPicture[];
  /** Which is shown; null for none. */
  at: number | null;
  onMove: (at: number | null) => void;
  /** Puts the focus back to where it was. */
  onClosed: () => void;
}

/** The pictures of a message, large; the arrow keys lead from one to the next. */
export function PictureViewer({ pictures, at, onMove, onClosed }: PictureViewerProps) {
  const t = useTranslations("attachments");
  const picture = at === null ? undefined : pictures[at];
  const step = (by: number) => {
    if (at !== null && pictures[at + by]) onMove(at + by);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") step(-1);
    else if (event.key === "ArrowRight") step(1);
    else return;
    event.preventDefault();
  };
  const name = picture?.fileName ?? "";
  return (
    <Dialog open={picture !== undefined} onOpenChange={(isOpen) => (isOpen ? null : onMove(null))}>
      {picture ? (
        <DialogContent
          closeLabel={t("close")}
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          className="w-auto max-w-[calc(100%-2rem)] gap-3"
        >
          <DialogTitle className="truncate pr-10">{name || t("alt", { name })}</DialogTitle>
          {/* biome-ignore lint/performance/noImgElement: who may see it is decided at its address */}
          <img
            src={picture.url}
            alt={t("alt", { name })}
            width={picture.width}
            height={picture.height}
            className="mx-auto max-h-[calc(100dvh-11rem)] w-auto max-w-full rounded-md object-contain"
          />
          {pictures.length > 1 ? (
            <div className="flex items-center justify-center gap-2 text-ink-2 text-xs">
              <Button
                variant="ghost"
                size="icon"
                aria-label={t("previous")}
                aria-disabled={at === 0}
                onClick={() => step(-1)}
              >
                <ChevronLeft aria-hidden />
              </Button>
              <span aria-live="polite" className="tabular-nums">
                {t("position", { at: at! + 1, count: pictures.length })}
              </span>
              <Button
                variant="ghost"
                size="icon"
                aria-label={t("next")}
                aria-disabled={at === pictures.length - 1}
                onClick={() => step(1)}
              >
                <ChevronRight aria-hidden />
              </Button>
            </div>
          ) : null}
        </DialogContent>
      ) : null}
    </Dialog>
  );
}
