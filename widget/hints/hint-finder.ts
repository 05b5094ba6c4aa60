import type { BrowserModel } from "@/lib/platform/models/browser/browser-model";
import { chooseHint, type Hint, type Situation } from "./choose-hint";

/** Finds the hint for a text with the visitor's own model; nothing of the text leaves the browser. */
export class HintFinder {
  constructor(private readonly model: Pick<BrowserModel, "start" | "read" | "close">) {}

  /** Begins to load the model. */
  start(): void {
    this.model.start();
  }

  /** The hint, or null for none; undefined when a newer text came first. Rejects when the model cannot be used. */
  async find(text: string, situation: Situation): Promise<Hint | null | undefined> {
    const reading = await this.model.read(text);
    return reading ? chooseHint(text, reading, situation) : undefined;
  }

  /** Gives the model's memory back; the next text loads it again, from what the browser has kept. */
  close(): void {
    this.model.close();
  }
}
