"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";

interface CopyNumberProps {
  number: string;
  label: string;
  copied: string;
}

const SHOWN_MS = 2_000;

export function CopyNumber({ number, label, copied }: CopyNumberProps) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const Icon = isCopied ? Check : Copy;
  return (
    <span className="inline-flex items-center gap-1">
      <span className="select-all">{number}</span>
      <button
        type="button"
        aria-label={label}
        title={label}
        onClick={() =>
          navigator.clipboard?.writeText(number).then(
            () => setIsCopied(true),
            () => {},
          )
        }
        className="grid size-6 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
      >
        <Icon aria-hidden className="size-3.5" />
      </button>
      <span role="status" className="sr-only">
        {isCopied ? copied : ""}
      </span>
    </span>
  );
}
