/**
 * The address to limit by, from X-Forwarded-For: its first hop, cut to what an address can be. The header is the
 * caller's to write, so a limit by address slows down; it does not keep out.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  return (forwardedFor || "unknown").split(",")[0]!.trim().slice(0, 45);
}
