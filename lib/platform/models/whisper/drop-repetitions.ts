import { deflateSync } from "node:zlib";

/** About what is said in half a minute. */
const STRETCH = 400;
const HIGHEST_COMPRESSION = 2.4;

/**
 * Leaves out stretches of a transcript that go round in circles: no speech, but the model's failure at noise, seen by
 * how far they compress (Radford et al. 2022, 4.5).
 */
export function dropRepetitions(text: string): string {
  const stretches = text.match(new RegExp(`.{1,${STRETCH}}`, "gsu")) ?? [];
  return stretches
    .filter((stretch) => !isRepetitive(stretch))
    .join("")
    .trim();
}

function isRepetitive(text: string): boolean {
  const bytes = Buffer.from(text);
  return bytes.length / deflateSync(bytes).length > HIGHEST_COMPRESSION;
}
