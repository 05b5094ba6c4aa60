import type { ComponentProps } from "react";
import { cn } from "./cn";

export interface AvatarProps extends ComponentProps<"span"> {
  name: string;
  size?: "sm" | "default" | "lg";
}

const sizes = { sm: "size-5 text-[10px]", default: "size-7 text-micro", lg: "size-9 text-compact" } as const;

/** Chinese names give their last two characters at most (林晓 → 林晓, 欧阳娜娜 → 娜娜); others two initials. */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  if (/\p{Script=Han}/u.test(trimmed)) return [...trimmed.replace(/\s/g, "")].slice(-2).join("");
  const words = trimmed.split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? "?")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
}

/** Initials; put the person's name beside it or in the parent's label, for it is not announced. */
export function Avatar({ name, size = "default", className, ...props }: AvatarProps) {
  return (
    <span
      data-slot="avatar"
      aria-hidden
      className={cn(
        "inline-grid shrink-0 select-none place-items-center rounded-full bg-chip font-medium text-ink-2 leading-none",
        sizes[size],
        className,
      )}
      {...props}
    >
      {initialsOf(name)}
    </span>
  );
}
