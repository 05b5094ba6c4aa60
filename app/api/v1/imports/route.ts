import { page } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { listImports, startImport } from "@/lib/data/imports";
import {
  importDto,
  listImportsInput,
  type StartImportInput,
  startImportInput,
} from "@/lib/data/imports/schemas";
import { idempotentRequest, route } from "@/lib/platform/http/route";
import { readUpload } from "../_multipart";
import { readSettings } from "./_settings";
import { startOnce } from "./_start-once";

export const GET = route({
  id: "listImports",
  method: "GET",
  path: "/imports",
  summary: "List imports, newest first",
  tag: "Imports",
  permission: "imports:read",
  query: listImportsInput,
  response: page(importDto),
  handler: ({ ctx, query }) => listImports(ctx, query),
});

export const POST = route({
  id: "startImport",
  method: "POST",
  path: "/imports",
  summary:
    "Import a file (multipart): kind (products, customers or orders), then preset or map (JSON) if the header is not enough, and last the file: CSV or JSON lines, plain or gzip, at most 1 GiB",
  tag: "Imports",
  permission: "imports:write",
  streamedBody: "multipart/form-data",
  response: importDto,
  status: 202,
  handler: async ({ ctx, credential, request }) => {
    const key = request.headers.get("idempotency-key");
    const idempotent = key ? idempotentRequest({ credential, request }, key, "") : null;
    const upload = await readUpload(request);
    try {
      const input = { ...readSettings(upload.fields), fileName: upload.fileName } as StartImportInput;
      // Before the file is taken in: a gigabyte is a long way to a spelling mistake.
      parseInput(startImportInput, input);
      if (idempotent) return await startOnce(ctx, idempotent, input, upload.stream);
      return await startImport(ctx, { ...input, stream: upload.stream });
    } finally {
      upload.drain();
    }
  },
});
