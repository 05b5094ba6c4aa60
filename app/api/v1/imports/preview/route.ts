import { previewFile } from "@/lib/data/imports";
import { importPreviewDto } from "@/lib/data/imports/schemas";
import { route } from "@/lib/platform/http/route";
import { readUpload } from "../../_multipart";
import { readSettings } from "../_settings";

const HEAD_BYTES = 256 * 1024;

export const POST = route({
  id: "previewImport",
  method: "POST",
  path: "/imports/preview",
  summary:
    "What an import would do, from the beginning of its file: columns, map, first rows. Takes what POST /imports takes; stores nothing",
  tag: "Imports",
  permission: "imports:write",
  streamedBody: "multipart/form-data",
  response: importPreviewDto,
  handler: async ({ ctx, request }) => {
    const upload = await readUpload(request);
    try {
      const settings = readSettings(upload.fields);
      return await previewFile(ctx, { ...settings, head: await readHead(upload.stream) });
    } finally {
      upload.drain();
    }
  },
});

async function readHead(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}
