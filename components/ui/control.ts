/** What every text-like control shares: one height, one hairline, one error state. */
export const controlClass =
  "w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-compact text-ink transition-colors hover:border-field focus-visible:border-blue focus-visible:outline-2 focus-visible:outline-blue focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-cinnabar";
