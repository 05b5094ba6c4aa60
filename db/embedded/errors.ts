/** The embedded server cannot run here. The message is one sentence with the cause and the remedy. */
export class EmbeddedServerError extends Error {
  override name = "EmbeddedServerError";
}
