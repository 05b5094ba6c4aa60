/** What floats: raised paper, one hairline, a soft shadow, a short fade from where it came. */
export const floatClass =
  "rounded-lg bg-raised text-ink shadow-float outline-none data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=open]:fade-in-0 data-[state=closed]:fade-out-0 data-[state=open]:zoom-in-[.98] duration-120";

export const menuItemClass =
  "relative flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-compact text-ink outline-none data-[disabled='']:pointer-events-none data-[disabled=true]:pointer-events-none data-[disabled='']:opacity-50 data-[disabled=true]:opacity-50 data-highlighted:bg-hover data-[selected=true]:bg-hover [&_svg:not([class*='size-'])]:size-4 [&_svg]:shrink-0 [&_svg:not([class*='text-'])]:text-ink-3";
