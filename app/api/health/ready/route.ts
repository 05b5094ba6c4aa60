import { hasReadFirstText } from "@/lib/platform/models/read-first-text";
import { isDatabaseReady } from "@/lib/platform/observability/database-ready";

export const dynamic = "force-dynamic";

/** The process can serve: its database answers, and it has read a text. */
export async function GET(): Promise<Response> {
  const answers = await Promise.all([isDatabaseReady(), hasReadFirstText()]);
  const isReady = answers.every(Boolean);
  return Response.json({ status: isReady ? "ok" : "unavailable" }, { status: isReady ? 200 : 503 });
}
