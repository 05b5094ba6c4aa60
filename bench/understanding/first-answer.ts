import { type Line, median } from "../measure";
import { OwnProduct, type Product } from "../product";

const TEXT = "Hola, ¿dónde está mi pedido HP-20431?";

/** What the first text of all costs, asked right after a fresh process says that it is ready. */
export async function benchFirstAnswer({ quick }: { quick: boolean }): Promise<Line[]> {
  const own = new OwnProduct();
  try {
    const firstMs: number[] = [];
    const laterMs: number[] = [];
    // The first start fills the shop too and is busy with that: every figure is of a start after it.
    await own.start();
    for (let round = 0; round < (quick ? 1 : 3); round += 1) {
      await own.stop();
      const product = await own.start();
      firstMs.push(await timeOneText(product));
      const later: number[] = [];
      for (let turn = 0; turn < 20; turn += 1) later.push(await timeOneText(product));
      laterMs.push(median(later));
    }
    return [
      {
        name: "First answer after the start",
        value: median(firstMs),
        unit: "ms",
        target: { is: "≤", value: 300 },
        bound: { label: "later answers", value: median(laterMs) },
        note: `POST /text/analyze; median of ${firstMs.length} starts, slowest ${Math.round(Math.max(...firstMs))} ms`,
      },
    ];
  } finally {
    await own.remove();
  }
}

async function timeOneText({ url, demo }: Product): Promise<number> {
  const start = performance.now();
  const response = await fetch(`${url}/api/v1/text/analyze`, {
    method: "POST",
    headers: { Authorization: `Bearer ${demo.apiKey}`, "Content-Type": "application/json" },
    body: JSON.stringify({ texts: [TEXT] }),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`The first text was not read (${response.status}): ${answer}`);
  return performance.now() - start;
}
