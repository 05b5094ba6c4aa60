/** A pine over two waves: the shop's own sign, not the program's seal. */
export function Wordmark({ locale }: { locale: string }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg viewBox="0 0 32 32" aria-hidden className="size-8 text-jade">
        <path d="m16 2 6.5 8h-3.2l5.4 7H20l4 5H8l4-5H7.300l5.4-7H9.500Z" fill="currentColor" />
        <path
          d="M4 26c2.4-1.7 4.8-1.7 7.2 0s4.8 1.7 7.2 0 4.8-1.7 7.2 0 2.4.8 2.4.8M7 30.300c2.4-1.7 4.2-1.7 6.6 0s4.8 1.7 7.2 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
        />
      </svg>
      <span className="flex flex-col leading-none">
        <span className="font-serif text-[19px] tracking-[-0.01em]" translate="no">
          Harbour &amp; Pine
        </span>
        {locale === "zh-CN" && (
          <span lang="zh-CN" className="mt-1 text-ink-3 text-micro">
            松港家居
          </span>
        )}
      </span>
    </span>
  );
}
