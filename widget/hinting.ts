import type { VisitorSessionDto } from "@/lib/service/conversations/schemas";
import type { Hint, Situation } from "./hints/choose-hint";
import type { HintFinder } from "./hints/hint-finder";

export type { Hint } from "./hints/choose-hint";

/** Who pauses this long has written something that can be read. */
const PAUSE_MS = 500;
/** After this time without writing the model's memory is given back. */
const IDLE_MS = 5 * 60_000;

type Known = Pick<Situation, "isStranger" | "sent">;

interface HintingOptions {
  load: () => Promise<HintFinder>;
  /** What the chat knows at the moment when a text is read. */
  known: () => Known;
  onHint: (hint: Hint | null) => void;
}

/**
 * Reads along, where the shop wants it: gives a hint while the visitor writes. What reads comes when they begin to
 * write, never to those who save data. Where it cannot be had, for whatever reason, the chat goes on without.
 */
export class Hinting {
  private setting: Omit<Situation, keyof Known> | null = null;
  private finder: Promise<HintFinder> | null = null;
  private hasFailed = false;
  private text = "";
  private pause: ReturnType<typeof setTimeout> | undefined;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: HintingOptions) {}

  learn({ understandInBrowser, maskPersonalData, orderNumberPattern }: VisitorSessionDto): void {
    this.setting = understandInBrowser ? { orderNumberPattern, hidesContacts: maskPersonalData } : null;
  }

  /** The text as it stands in the field, after every change of it. */
  consider(text: string): void {
    this.text = text.trim();
    clearTimeout(this.pause);
    if (this.text === "") this.options.onHint(null);
    if (this.text === "" || !this.setting || this.hasFailed || savesData()) return;
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.close(), IDLE_MS);
    void this.open().catch((error: Error) => this.giveUp(error));
    this.pause = setTimeout(() => void this.find(), PAUSE_MS);
  }

  /** Ends what reads. */
  close(): void {
    clearTimeout(this.pause);
    clearTimeout(this.idle);
    void this.finder?.then((finder) => finder.close()).catch(() => {});
  }

  private async open(): Promise<HintFinder> {
    this.finder ??= this.options.load();
    const finder = await this.finder;
    finder.start();
    return finder;
  }

  private async find(): Promise<void> {
    const { text, setting } = this;
    if (!setting || this.hasFailed) return;
    try {
      const finder = await this.open();
      const hint = await finder.find(text, { ...setting, ...this.options.known() });
      if (hint !== undefined && text === this.text) this.options.onHint(hint);
    } catch (error) {
      this.giveUp(error as Error);
    }
  }

  private giveUp(error: Error): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    this.close();
    this.options.onHint(null);
    console.warn(`Zhanggui chat: no hints while writing: ${error.message}`);
  }
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
