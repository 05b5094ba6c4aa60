import { page, pageInput } from "@/lib/core/pagination";
import { listSuppliers, upsertSuppliers } from "@/lib/data/catalog";
import { supplierDto, upsertSuppliersInput } from "@/lib/data/catalog/schemas";
import { batchAnswerDto } from "@/lib/data/records/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listSuppliers",
  method: "GET",
  path: "/suppliers",
  summary: "List suppliers, newest first",
  tag: "Shop",
  permission: "products:read",
  query: pageInput,
  response: page(supplierDto),
  handler: ({ ctx, query }) => listSuppliers(ctx, query),
});

export const POST = route({
  id: "upsertSuppliers",
  method: "POST",
  path: "/suppliers",
  summary: "Create or update up to 1,000 suppliers by externalId",
  tag: "Shop",
  permission: "products:write",
  body: upsertSuppliersInput,
  response: batchAnswerDto,
  handler: ({ ctx, body }) => upsertSuppliers(ctx, body),
});
