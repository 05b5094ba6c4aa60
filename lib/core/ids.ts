import { v7, validate } from "uuid";

/** A new UUIDv7 (RFC 9562): ordered by time, so that new rows land at the end of their index. */
export function newId(): string {
  return v7();
}

export function isId(value: string): boolean {
  return validate(value);
}
