/** The characters of bytes 80 to 9F in windows-1252; five of them stand for none. */
const CHARACTERS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Control characters of U+0080 to U+009F as the quotes, dashes and euro signs that were meant. No mail has the first;
 * older versions of Node.js decode windows-1252, and with it everything called ISO-8859-1, into them.
 */
export function repairWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => CHARACTERS[control.charCodeAt(0) - 0x80]!);
}
