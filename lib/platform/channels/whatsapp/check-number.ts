import { z } from "zod";
import { ConnectionBroken, type ConnectionOutcome, type Outside } from "../adapter";
import { GRAPH } from "./graph";
import { readRefusal } from "./graph-errors";
import type { WhatsappSettings } from "./settings";

const numberAnswer = z.object({ verified_name: z.string().optional(), display_phone_number: z.string() });

/** Whether the token may use the number. The address of the desk is entered by hand: it belongs to the app, not to the number. */
export async function checkNumber(settings: WhatsappSettings, outside: Outside): Promise<ConnectionOutcome> {
  try {
    const url = `${GRAPH}/${settings.phoneNumberId}?fields=verified_name,display_phone_number`;
    const headers = { authorization: `Bearer ${settings.accessToken}` };
    const { status, body } = await outside.request({ method: "GET", url, headers });
    if (status !== 200) {
      const refusal = readRefusal(status, body, undefined);
      const code = refusal.is === "refused" ? refusal.code : String(status);
      return { is: "refused", code, reason: refusal.is === "sent" ? "" : refusal.reason };
    }
    const number = numberAnswer.safeParse(JSON.parse(new TextDecoder().decode(body))).data;
    return { is: "connected", name: number?.verified_name || number?.display_phone_number || null };
  } catch (error) {
    if (error instanceof SyntaxError) return { is: "connected", name: null };
    if (!(error instanceof ConnectionBroken)) throw error;
    return { is: "refused", code: "connection", reason: "WhatsApp gave no answer. Try again in a minute." };
  }
}
