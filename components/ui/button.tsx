import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps, MouseEvent } from "react";
import { cn } from "./cn";

export const buttonVariants = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium text-compact transition-colors disabled:pointer-events-none disabled:opacity-50 aria-disabled:cursor-default [&_svg:not([class*='size-'])]:size-4 [&_svg]:pointer-events-none [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        default: "border-ink bg-ink text-paper hover:border-ink/85 hover:bg-ink/85",
        outline:
          "border-line-strong bg-surface text-ink hover:bg-[color-mix(in_oklch,var(--surface),var(--ink)_4%)]",
        secondary: "border-transparent bg-chip text-ink hover:bg-ink/10",
        ghost: "border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink",
        link: "border-transparent bg-transparent text-blue-ink underline-offset-4 hover:underline",
        destructive:
          "border-cinnabar bg-cinnabar text-on-cinnabar hover:border-cinnabar/90 hover:bg-cinnabar/90",
      },
      size: {
        sm: "h-6 gap-1 rounded-sm px-2 text-xs",
        default: "h-8 px-[11px]",
        lg: "h-9 px-4 text-sm",
        icon: "size-8",
      },
    },
    defaultVariants: { variant: "default", size: "default" },
  },
);

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonVariants> {
  /** Draws the single child (a link, say) as the button. */
  asChild?: boolean;
  /** Shows that the act is under way: the button keeps focus and its width, and takes no second press. */
  loading?: boolean;
}

export function Button({ className, variant, size, asChild, loading, children, ...props }: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root data-slot="button" className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  }
  if (!loading) {
    return (
      <button type="button" data-slot="button" className={classes} {...props}>
        {children}
      </button>
    );
  }
  return (
    <button
      type="button"
      data-slot="button"
      className={cn(classes, "relative")}
      {...props}
      aria-busy
      aria-disabled
      onClick={(event: MouseEvent) => event.preventDefault()}
    >
      <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
      <LoaderCircle aria-hidden className="absolute animate-spin" />
    </button>
  );
}
