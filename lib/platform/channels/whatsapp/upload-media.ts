import { z } from "zod";
import type { OutboundFile, Outside, OutsideAnswer } from "../adapter";
import { writeForm } from "../write-form";
import { GRAPH } from "./graph";
import type { WhatsappSettings } from "./settings";

const uploadedAnswer = z.object({ id: z.string().min(1).max(500) });

/**
 * POST /{phone-number-id}/media, whose id a message then names. Nothing reaches the customer by it.
 * @returns the part of the message that shows the file, or the answer that is none. @throws ConnectionBroken
 */
export async function uploadMedia(
  file: OutboundFile,
  settings: WhatsappSettings,
  outside: Outside,
): Promise<{ content: Record<string, unknown> } | OutsideAnswer> {
  const { fileName, mimeType, bytes } = file;
  const form = writeForm(
    { messaging_product: "whatsapp", type: mimeType },
    { name: "file", fileName, mimeType, bytes },
  );
  const answer = await outside.request({
    method: "POST",
    url: `${GRAPH}/${settings.phoneNumberId}/media`,
    headers: { ...form.headers, authorization: `Bearer ${settings.accessToken}` },
    body: form.body,
  });
  const id = readId(answer.body);
  return id === null ? answer : { content: contentOf(file, id) };
}

function contentOf({ kind, fileName }: OutboundFile, id: string): Record<string, unknown> {
  return kind === "document"
    ? { type: kind, document: { id, filename: fileName } }
    : { type: kind, [kind]: { id } };
}

function readId(body: Uint8Array): string | null {
  try {
    return uploadedAnswer.parse(JSON.parse(new TextDecoder().decode(body))).id;
  } catch {
    return null;
  }
}
