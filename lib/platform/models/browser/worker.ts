import { loadModel } from "./loaded-model";
import type { Answer, Request } from "./messages";

/** The text model in a Web Worker: public/text-worker.js is made of this. */
const page = self as unknown as {
  postMessage(answer: Answer): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
};

let loading: ReturnType<typeof loadModel> | undefined;

page.onmessage = async ({ data }) => {
  if (data.type === "load") {
    const start = performance.now();
    loading = loadModel(data.origin, (progress) => page.postMessage({ type: "progress", ...progress }));
    await loading.then(
      ({ model }) => page.postMessage({ type: "ready", model, milliseconds: performance.now() - start }),
      (error: unknown) => page.postMessage({ type: "failed", cause: causeOf(error) }),
    );
    return;
  }
  const { id, text } = data;
  try {
    if (!loading) throw new Error("A text came before the model.");
    const reading = await (await loading).read(text);
    page.postMessage({ type: "reading", id, reading });
  } catch (error) {
    page.postMessage({ type: "unread", id, cause: causeOf(error) });
  }
};

function causeOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
