import { exportCustomer } from "@/lib/data/customers";
import { customerExportDto, idInput } from "@/lib/data/customers/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "exportCustomer",
  method: "GET",
  path: "/customers/{id}/export",
  summary: "All that is held about one person; needs orders:read and conversations:read too",
  tag: "Shop",
  permission: "customers:read",
  params: idInput,
  response: customerExportDto,
  handler: ({ ctx, params }) => exportCustomer(ctx, params),
});
