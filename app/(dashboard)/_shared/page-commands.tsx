"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { usePageCommands } from "@/components/shell/commands-context";

export interface LinkCommand {
  id: string;
  label: string;
  keys?: string;
  /** Where it leads, or the selector of the control that it puts the cursor in. */
  href?: string;
  focus?: string;
}

/** The acts of a page drawn on the server, for the palette. */
export function PageCommands({ commands }: { commands: LinkCommand[] }) {
  const router = useRouter();
  const serialized = JSON.stringify(commands);
  usePageCommands(
    useMemo(
      () =>
        (JSON.parse(serialized) as LinkCommand[]).map(({ href, focus, ...command }) => ({
          ...command,
          run: () => {
            if (href) router.push(href);
            // After the palette has given the focus back.
            if (focus) setTimeout(() => document.querySelector<HTMLElement>(focus)?.focus(), 50);
          },
        })),
      [serialized, router],
    ),
  );
  return null;
}
