"use client";

import { useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { type PageCommand, usePageCommands } from "@/components/shell/commands-context";

interface ReviewActs {
  next: () => void;
  previous: () => void;
  /** The place of a guess: 0, 1 or 2. */
  choose: (place: number) => void;
  confirm: () => void;
  search: () => void;
  skip: () => void;
  undo: () => void;
  open: () => void;
}

/** The queue's acts in the palette and as single keys. Enter belongs to the row that has the focus. */
export function useReviewCommands(canWrite: boolean, acts: ReviewActs): void {
  const t = useTranslations("understanding.review.keys");
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const commands = useMemo(() => {
    const reading: PageCommand[] = [
      { id: "review.next", label: t("next"), keys: "j", run: () => latest.current.next() },
      { id: "review.previous", label: t("previous"), keys: "k", run: () => latest.current.previous() },
      { id: "review.open", label: t("open"), keys: "o", run: () => latest.current.open() },
    ];
    if (!canWrite) return reading;
    return [
      ...reading,
      { id: "review.first", label: t("first"), keys: "1", run: () => latest.current.choose(0) },
      { id: "review.second", label: t("second"), keys: "2", run: () => latest.current.choose(1) },
      { id: "review.third", label: t("third"), keys: "3", run: () => latest.current.choose(2) },
      { id: "review.confirm", label: t("confirm"), keys: "↵", run: () => latest.current.confirm() },
      { id: "review.search", label: t("search"), keys: "/", run: () => latest.current.search() },
      { id: "review.skip", label: t("skip"), keys: "s", run: () => latest.current.skip() },
      { id: "review.undo", label: t("undo"), keys: "u", run: () => latest.current.undo() },
    ];
  }, [canWrite, t]);
  usePageCommands(commands);
}
