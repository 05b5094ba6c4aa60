/** Runs once when the server starts, before the first request: the text model is warm when a customer writes. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { loadTextModel } = await import("@/lib/platform/models/text-model");
  await loadTextModel();
}
