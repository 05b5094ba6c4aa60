/** The shop's own form of order numbers from the source that the desk sent; null where it is none. */
export function toPattern(source: string | null): RegExp | null {
  try {
    return source ? new RegExp(source, "gi") : null;
  } catch {
    return null;
  }
}
