/**
 * Gathers what concurrent callers ask for into batches of one worker: while a batch runs, later items wait and go
 * together in the next, so that a lone caller waits for nobody and a crowd shares the work.
 */
export class BatchQueue<Item, Answer> {
  private waiting: { item: Item; resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = [];
  private isRunning = false;

  /** @param run answers a batch in its order; @param maxBatch items at most in one run. */
  constructor(
    private readonly run: (items: Item[]) => Promise<Answer[]>,
    private readonly maxBatch: number,
  ) {}

  /** The answer for one item. @throws whatever `run` threw for the batch that held it. */
  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.isRunning) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.isRunning = true;
    // One turn of the event loop lets callers of the same moment join the first batch.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.maxBatch);
      try {
        const answers = await this.run(batch.map(({ item }) => item));
        for (const [i, { resolve }] of batch.entries()) resolve(answers[i]!);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.isRunning = false;
  }
}
