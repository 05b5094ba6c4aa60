import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// The house's own text sizes must be known, or `text-compact text-ink-2` would be read as two colours.
const twMerge = extendTailwindMerge({
  extend: { theme: { text: ["micro", "compact", "title", "figure"], shadow: ["float"], font: ["seal"] } },
});

/** Joins class names; of two that contradict each other, the later wins. */
export function cn(...inputs: ClassValue[]): string {
  return twMerge(clsx(inputs));
}
