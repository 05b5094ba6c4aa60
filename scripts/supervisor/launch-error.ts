/** The program cannot start. The message is one sentence with the cause and the remedy; no stack trace is shown. */
export class LaunchError extends Error {
  override name = "LaunchError";
}

/** The sentence for a person, or null for what was not foreseen and deserves its stack trace. */
export function plainSentence(error: unknown): string | null {
  const foreseen = error instanceof Error && ["LaunchError", "EmbeddedServerError"].includes(error.name);
  return foreseen ? error.message : null;
}
