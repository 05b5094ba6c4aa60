"use client";

import { CircleAlert, CircleCheck, Info, LoaderCircle, TriangleAlert } from "lucide-react";
import { type ComponentProps, useEffect, useState } from "react";
import { Toaster as Sonner } from "sonner";

export interface ToasterProps extends Omit<ComponentProps<typeof Sonner>, "theme" | "containerAriaLabel"> {
  /** Names the region for those who do not see it. */
  label: string;
}

/** Follows `<html data-theme>`, and the system's wish where that says "system". */
export function Toaster({ label, toastOptions, ...props }: ToasterProps) {
  const [theme, setTheme] = useState<"light" | "dark" | "system">("system");
  useEffect(() => {
    const root = document.documentElement;
    const read = () => {
      const value = root.dataset.theme;
      setTheme(value === "light" || value === "dark" ? value : "system");
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(root, { attributes: true, attributeFilter: ["data-theme"] });
    return () => observer.disconnect();
  }, []);
  return (
    <Sonner
      theme={theme}
      containerAriaLabel={label}
      position="bottom-right"
      offset={16}
      gap={8}
      visibleToasts={3}
      style={{ fontFamily: "inherit" }}
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-jade-ink" />,
        info: <Info aria-hidden className="size-4 text-blue-ink" />,
        warning: <TriangleAlert aria-hidden className="size-4 text-amber-ink" />,
        error: <CircleAlert aria-hidden className="size-4 text-cinnabar-ink" />,
        loading: <LoaderCircle aria-hidden className="size-4 animate-spin text-ink-3" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-[356px] max-w-[calc(100vw-32px)] items-center gap-2.5 rounded-lg bg-raised px-3.5 py-2.5 text-compact text-ink shadow-float",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "text-ink-2",
          actionButton:
            "ml-auto h-7 shrink-0 rounded-md border border-line-strong px-2.5 font-medium text-compact text-ink hover:bg-hover",
          cancelButton: "h-7 shrink-0 rounded-md px-2 text-compact text-ink-2 hover:bg-hover",
          closeButton:
            "order-last grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:text-ink",
        },
        ...toastOptions,
      }}
      {...props}
    />
  );
}
