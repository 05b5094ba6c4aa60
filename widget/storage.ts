/** Values kept by the browser; where it keeps none (private windows, blocked storage), in memory for this page. */
export class SafeStorage {
  private readonly memory = new Map<string, string>();

  constructor(
    private readonly find: () => Storage,
    private readonly prefix: string,
  ) {}

  get(name: string): string | null {
    try {
      return this.find().getItem(this.prefix + name) ?? this.memory.get(name) ?? null;
    } catch {
      return this.memory.get(name) ?? null;
    }
  }

  set(name: string, value: string | null): void {
    if (value === null) this.memory.delete(name);
    else this.memory.set(name, value);
    try {
      if (value === null) this.find().removeItem(this.prefix + name);
      else this.find().setItem(this.prefix + name, value);
    } catch {
      // What is kept in memory serves until the page is left.
    }
  }
}

/** `shared` lasts and is seen by all tabs; `tab` lasts as long as the tab. */
export function openStorage(widgetKey: string): { shared: SafeStorage; tab: SafeStorage; prefix: string } {
  const prefix = `zhanggui:${widgetKey}:`;
  return {
    shared: new SafeStorage(() => window.localStorage, prefix),
    tab: new SafeStorage(() => window.sessionStorage, prefix),
    prefix,
  };
}
