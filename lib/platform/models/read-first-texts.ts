import { understandText } from "./understand-text";

const FIRST_TEXT = "Hola, ¿dónde está mi pedido HP-20431?";
/** Readings in a row, each within so many milliseconds, that show a process at its usual speed. */
const SWIFT = { readings: 5, ms: 20 };
/** A machine that is never so swift is ready too. */
const MAX_READINGS = 50;

let reading: Promise<boolean> | undefined;

/**
 * Reads texts once per process, in the modules that answer requests, until that goes swiftly: what is compiled and
 * filled on first use is then there when a customer writes, and the pages that the server loads as it starts no longer
 * hold it up. False where a text cannot be read; the next call tries again.
 */
export function hasReadFirstTexts(): Promise<boolean> {
  reading ??= readUntilSwift().then(
    () => true,
    (error: unknown) => {
      console.error(error);
      reading = undefined;
      return false;
    },
  );
  return reading;
}

async function readUntilSwift(): Promise<void> {
  let swift = 0;
  for (let done = 0; done < MAX_READINGS && swift < SWIFT.readings; done += 1) {
    const start = performance.now();
    await understandText(FIRST_TEXT);
    swift = performance.now() - start <= SWIFT.ms ? swift + 1 : 0;
  }
}
