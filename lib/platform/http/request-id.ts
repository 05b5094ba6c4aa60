import { newId } from "@/lib/core/ids";

const ACCEPTABLE = /^[\w-]{8,64}$/;

/** The caller's X-Request-Id where it is harmless to log, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given && ACCEPTABLE.test(given) ? given : newId();
}
