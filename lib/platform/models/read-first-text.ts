import { understandText } from "./understand-text";

let reading: Promise<boolean> | undefined;

/**
 * Reads a text once per process, in the modules that answer requests, so that what is compiled and filled on first use
 * is there when a customer writes. False where it cannot be read; the next call tries again.
 */
export function hasReadFirstText(): Promise<boolean> {
  reading ??= understandText("Hola, ¿dónde está mi pedido HP-20431?").then(
    () => true,
    (error: unknown) => {
      console.error(error);
      reading = undefined;
      return false;
    },
  );
  return reading;
}
