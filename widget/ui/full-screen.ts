const NARROW = "(max-width: 520px), (max-height: 480px)";

/** On phones the panel takes the whole screen, also when the keyboard leaves only half of it. */
export class FullScreen {
  private readonly media = matchMedia(NARROW);
  private savedOverflow = "";
  private isLocked = false;

  constructor(
    private readonly panel: HTMLElement,
    onChange: (isFull: boolean) => void,
    private readonly signal: AbortSignal,
  ) {
    this.media.addEventListener("change", () => onChange(this.isFull), { signal });
    for (const type of ["resize", "scroll"]) {
      window.visualViewport?.addEventListener(type, () => this.fit(), { signal });
    }
    signal.addEventListener("abort", () => this.lockPage(false));
  }

  get isFull(): boolean {
    return this.media.matches;
  }

  /** The page behind must not scroll away under the finger. */
  lockPage(isOpen: boolean): void {
    const { style } = document.documentElement;
    const shouldLock = isOpen && this.isFull && !this.signal.aborted;
    if (shouldLock && !this.isLocked) {
      this.savedOverflow = style.overflow;
      style.overflow = "hidden";
    } else if (!shouldLock && this.isLocked) {
      style.overflow = this.savedOverflow;
    }
    this.isLocked = shouldLock;
    this.fit();
  }

  private fit(): void {
    const viewport = window.visualViewport;
    const isShrunk = this.isLocked && viewport !== null && viewport.scale === 1;
    this.panel.style.height = isShrunk ? `${viewport.height}px` : "";
    this.panel.style.top = isShrunk ? `${viewport.offsetTop}px` : "";
  }
}

/** Keeps Tab inside the panel while it covers the page. */
export function trapTab(event: KeyboardEvent, panel: HTMLElement, root: ShadowRoot): void {
  const stops = [
    ...panel.querySelectorAll<HTMLElement>("button, textarea, input, a[href], [tabindex='0']"),
  ].filter((stop) => stop.getClientRects().length > 0);
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) return;
  const { activeElement } = root;
  const isOutside = !activeElement || activeElement === panel;
  if (event.shiftKey && (activeElement === first || isOutside)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && (activeElement === last || isOutside)) {
    event.preventDefault();
    first.focus();
  }
}
