import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import type { Outside, OutsideAnswer } from "../adapter";
import { GRAPH } from "./graph";
import type { WhatsappSettings } from "./settings";

const mediaAnswer = z.object({
  url: z.url({ protocol: /^https$/ }),
  mime_type: z.string().optional(),
  sha256: z.string().optional(),
});

/** Whose servers may see the access token. */
const META_HOSTS = /(^|\.)(fbsbx\.com|fbcdn\.net|facebook\.com|whatsapp\.net)$/;

/**
 * Two steps: the Graph API says where the file lies for the next five minutes, and gives it to whoever has the token.
 * @throws AppError `unavailable` where the address is none of Meta's, or the bytes are other than announced.
 */
export async function fetchMedia(
  mediaId: string,
  settings: WhatsappSettings,
  outside: Outside,
): Promise<OutsideAnswer> {
  if (!/^[\w-]{1,200}$/.test(mediaId))
    throw new AppError("invalid_input", "This is no ID of a file at WhatsApp.");
  const headers = { authorization: `Bearer ${settings.accessToken}` };
  const url = `${GRAPH}/${mediaId}?phone_number_id=${settings.phoneNumberId}`;
  const about = await outside.request({ method: "GET", url, headers });
  if (about.status !== 200) return about;
  const found = mediaAnswer.safeParse(parse(about.body)).data;
  if (!found || !META_HOSTS.test(new URL(found.url).hostname))
    throw new AppError("unavailable", "WhatsApp did not say where the file lies. Try again later.");
  const file = await outside.request({ method: "GET", url: found.url, headers });
  if (file.status === 200 && !isAnnounced(file.body, found.sha256))
    throw new AppError("unavailable", "The file arrived damaged from WhatsApp. Try again later.");
  return found.mime_type ? { ...file, headers: { ...file.headers, "content-type": found.mime_type } } : file;
}

/** The sum comes in hexadecimal digits or in base64; anything else says nothing. */
function isAnnounced(body: Uint8Array, sum: string | undefined): boolean {
  const digest = createHash("sha256").update(body).digest();
  if (sum && /^[0-9a-f]{64}$/i.test(sum)) return digest.toString("hex") === sum.toLowerCase();
  return !sum || !/^[\w+/]{43}=$/.test(sum) || digest.toString("base64") === sum;
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
