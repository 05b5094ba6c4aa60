import { InboundRefused } from "./adapter";

const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;
const BEYOND_EXACT = /^-?\d{16,}$/;

/**
 * JSON in which whole numbers of 16 digits and more become strings: platforms write 64-bit ids as numbers, and two of
 * them must not round to the same. @throws InboundRefused `malformed`
 */
export function parseExactJson(text: string): unknown {
  parse(text); // in valid JSON every string is closed, so that the search below takes linear time
  return parse(text.replace(STRING_OR_NUMBER, (token) => (BEYOND_EXACT.test(token) ? `"${token}"` : token)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InboundRefused("malformed", "The body is not valid JSON.", { cause });
  }
}
