import { env } from "@/lib/core/env";
import { ConnectionBroken, requestOutside } from "@/lib/platform/channels";
import type { ModelFailure } from "./schemas";

const MAX_ANSWER_BYTES = 1024 * 1024;
const ATTEMPTS = 2;
const FIRST_PAUSE_MS = 200;

export interface Prompt {
  system: string;
  prompt: string;
  maxOutputTokens: number;
}

export interface Endpoint {
  baseUrl: string;
  model: string;
  apiKey: string | undefined;
}

export type EndpointAnswer =
  | { is: "answered"; text: string; inputTokens: number; outputTokens: number }
  | { is: "failed"; code: ModelFailure; reason: string };

/**
 * Asks an OpenAI-compatible endpoint, once more after a moment where it was busy or out of reach. The deadline holds
 * for both tries together. What goes out passes the same guard as the channels: public addresses over TLS alone.
 */
export async function callEndpoint(
  endpoint: Endpoint,
  prompt: Prompt,
  deadlineMs: number,
): Promise<EndpointAnswer> {
  const signal = AbortSignal.timeout(deadlineMs);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await tryEndpoint(endpoint, prompt, signal);
    if (answer.is === "answered" || attempt >= ATTEMPTS || !isWorthRetrying(answer.code) || signal.aborted)
      return answer;
    // With jitter, so that many that failed together do not come back together.
    await sleep(FIRST_PAUSE_MS * (0.5 + Math.random()));
    if (signal.aborted) return answer;
  }
}

const isWorthRetrying = (code: ModelFailure) =>
  code === "rate_limited" || code === "endpoint_failed" || code === "no_connection";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function tryEndpoint(endpoint: Endpoint, prompt: Prompt, signal: AbortSignal): Promise<EndpointAnswer> {
  // Loaded when they are needed: without a model no process pays for them.
  const [{ generateText, APICallError }, { createOpenAICompatible }] = await Promise.all([
    import("ai"),
    import("@ai-sdk/openai-compatible"),
  ]);
  (globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false;
  const { baseUrl, model, apiKey } = endpoint;
  const provider = createOpenAICompatible({
    name: "shop",
    baseURL: baseUrl,
    ...(apiKey === undefined ? {} : { apiKey }),
    fetch: (input, init) => guardedFetch(input, init, signal),
  });
  try {
    const { text, usage } = await generateText({
      model: provider(model),
      system: prompt.system,
      prompt: prompt.prompt,
      maxOutputTokens: prompt.maxOutputTokens,
      temperature: 0.3,
      maxRetries: 0,
      abortSignal: signal,
    });
    const estimated = (words: string) => Math.ceil(words.length / 2);
    return {
      is: "answered",
      text: text.trim(),
      // An endpoint that does not say what it used is counted generously.
      inputTokens: usage.inputTokens ?? estimated(prompt.system + prompt.prompt),
      outputTokens: usage.outputTokens ?? estimated(text),
    };
  } catch (error) {
    return toFailure(error, signal, APICallError.isInstance(error) ? error.statusCode : undefined);
  }
}

/** `fetch` as the SDK wants it, through the guard. */
async function guardedFetch(
  input: Parameters<typeof fetch>[0],
  init: Parameters<typeof fetch>[1],
  signal: AbortSignal,
): Promise<Response> {
  const { status, headers, body } = await requestOutside(
    {
      method: init?.method === "GET" ? "GET" : "POST",
      url: input instanceof Request ? input.url : String(input),
      headers: Object.fromEntries(new Headers(init?.headers)),
      ...(typeof init?.body === "string" ? { body: init.body } : {}),
    },
    {
      allowedHosts: env().ZHANGGUI_PRIVATE_HOSTS,
      // One deadline over all: the signal's.
      deadlineMs: 10 * 60_000,
      maxAnswerBytes: MAX_ANSWER_BYTES,
      signal,
    },
  );
  const { "content-encoding": _, "transfer-encoding": __, "content-length": ___, ...plain } = headers;
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : Buffer.from(body), { status: status || 502, headers: plain });
}

/** In plain words, without what the endpoint wrote: it may repeat the key or the prompt. */
function toFailure(error: unknown, signal: AbortSignal, status: number | undefined): EndpointAnswer {
  const failed = (code: ModelFailure, reason: string): EndpointAnswer => ({ is: "failed", code, reason });
  if (signal.aborted) return failed("timeout", "The endpoint did not answer in time.");
  const broken = findBroken(error);
  if (broken) {
    const cause = broken.cause instanceof Error ? ` ${broken.cause.message}` : "";
    return failed("no_connection", `The endpoint could not be reached.${cause}`);
  }
  if (status === 401 || status === 403)
    return failed("key_refused", `The endpoint refused the key (status ${status}). Enter it again.`);
  if (status === 404)
    return failed("not_found", "There is no such model at this address (status 404). Check both.");
  if (status === 429)
    return failed(
      "rate_limited",
      "The endpoint takes no more requests now (status 429). Wait, or raise its limit.",
    );
  if (status !== undefined && status >= 500)
    return failed("endpoint_failed", `The endpoint failed (status ${status}). Try again later.`);
  if (status !== undefined && status >= 300)
    return failed(
      "bad_answer",
      `The endpoint refused the request (status ${status}). Check the address and the model.`,
    );
  return failed("bad_answer", "The endpoint's answer is not one of the chat-completions protocol.");
}

function findBroken(error: unknown): ConnectionBroken | null {
  for (let cause: unknown = error, depth = 0; cause && depth < 5; depth += 1) {
    if (cause instanceof ConnectionBroken) return cause;
    cause = (cause as { cause?: unknown }).cause;
  }
  return null;
}
