import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const badgeVariants = cva(
  "inline-flex h-5 w-fit max-w-full shrink-0 items-center gap-1 whitespace-nowrap rounded-sm px-[7px] text-xs [&>svg]:size-3 [&>svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "bg-chip text-ink-2",
        blue: "bg-blue-wash text-blue-ink",
        jade: "bg-jade-wash text-jade-ink",
        amber: "bg-amber-wash text-amber-ink",
        cinnabar: "bg-cinnabar-wash text-cinnabar-ink",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof badgeVariants>["tone"]>;

export interface BadgeProps extends ComponentProps<"span"> {
  tone?: BadgeTone;
  asChild?: boolean;
}

export function Badge({ className, tone, asChild, ...props }: BadgeProps) {
  const Comp = asChild ? Slot.Root : "span";
  return (
    <Comp data-slot="badge" data-tone={tone} className={cn(badgeVariants({ tone }), className)} {...props} />
  );
}
