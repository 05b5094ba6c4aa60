import { hasReadFirstTexts } from "@/lib/platform/models/read-first-texts";
import { isDatabaseReady } from "@/lib/platform/observability/database-ready";

export const dynamic = "force-dynamic";

/** The process can serve: its database answers, and it reads texts at its usual speed. */
export async function GET(): Promise<Response> {
  const answers = await Promise.all([isDatabaseReady(), hasReadFirstTexts()]);
  const isReady = answers.every(Boolean);
  return Response.json({ status: isReady ? "ok" : "unavailable" }, { status: isReady ? 200 : 503 });
}
