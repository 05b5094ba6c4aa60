import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { UploadedFile } from "@/lib/platform/attachments";
import { type AttachmentDto, MAX_UPLOAD_BYTES } from "@/lib/platform/attachments/schemas";
import type { Credential } from "@/lib/platform/http/authenticate";
import { once } from "@/lib/platform/http/idempotency";
import { type Problem, problemResponse } from "@/lib/platform/http/problem";
import { idempotentRequest } from "@/lib/platform/http/route";
import { readUpload } from "../_multipart";

/** What all uploads under way in this process may hold in memory; a file is looked at as a whole. */
const MAX_HELD_BYTES = 256 * 1024 * 1024;
let heldBytes = 0;

interface Arguments {
  ctx: Context;
  credential: Credential;
  request: NextRequest;
}

/** Reads the part `file` of a multipart body and keeps it, once per Idempotency-Key: the same name and bytes. */
export async function receiveFile(
  { ctx, credential, request }: Arguments,
  upload: (ctx: Context, file: UploadedFile) => Promise<AttachmentDto>,
): Promise<unknown> {
  const { fileName, stream, drain } = await readUpload(request, MAX_UPLOAD_BYTES);
  const held: Uint8Array[] = [];
  try {
    for await (const chunk of stream) {
      hold(chunk.byteLength);
      held.push(chunk);
    }
    const bytes = Buffer.concat(held);
    const key = request.headers.get("idempotency-key");
    if (!key) return await upload(ctx, { bytes, fileName });
    const sha256 = createHash("sha256").update(JSON.stringify(fileName)).update(bytes).digest("hex");
    const answer = await once(ctx, idempotentRequest({ credential, request }, key, sha256), async () => ({
      status: 201,
      body: await upload(ctx, { bytes, fileName }),
    }));
    return answer.status < 400 ? answer.body : problemResponse(answer.body as Problem);
  } finally {
    heldBytes -= held.reduce((sum, { byteLength }) => sum + byteLength, 0);
    drain();
  }
}

function hold(bytes: number): void {
  if (heldBytes + bytes > MAX_HELD_BYTES)
    throw new AppError(
      "unavailable",
      "Too many files are coming in at this moment. Try again in a few seconds.",
      {
        retryAfterSeconds: 5,
      },
    );
  heldBytes += bytes;
}
