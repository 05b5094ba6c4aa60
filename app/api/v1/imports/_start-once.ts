import { createHash } from "node:crypto";
import type { Context } from "@/lib/core/context";
import { startImport } from "@/lib/data/imports";
import type { StartImportInput } from "@/lib/data/imports/schemas";
import { type IdempotentRequest, once } from "@/lib/platform/http/idempotency";
import { type Problem, problemResponse } from "@/lib/platform/http/problem";
import { spool } from "./_spool";

/** Starts an import once per key: the same file with the same settings gets the first one's answer again. */
export async function startOnce(
  ctx: Context,
  request: Omit<IdempotentRequest, "bodySha256">,
  input: StartImportInput,
  stream: AsyncIterable<Uint8Array>,
): Promise<unknown> {
  const file = await spool(stream);
  try {
    const bodySha256 = createHash("sha256")
      .update(JSON.stringify([input.kind, input.preset, input.map, input.fileName, file.sha256]))
      .digest("hex");
    const answer = await once(ctx, { ...request, bodySha256 }, async () => ({
      status: 202,
      body: await startImport(ctx, { ...input, stream: file.open() }),
    }));
    return answer.status < 400 ? answer.body : problemResponse(answer.body as Problem);
  } finally {
    await file.remove();
  }
}
