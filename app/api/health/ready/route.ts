import { isDatabaseReady } from "@/lib/platform/observability/database-ready";

export const dynamic = "force-dynamic";

/** The process can serve: its database answers. */
export async function GET(): Promise<Response> {
  const isReady = await isDatabaseReady();
  return Response.json({ status: isReady ? "ok" : "unavailable" }, { status: isReady ? 200 : 503 });
}
