import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A question as the chat-completions protocol carries it. */
export interface Asked {
  authorization: string | undefined;
  model: string;
  system: string;
  prompt: string;
}

export type ModelMishap =
  | { is: "status"; status: number; body?: string }
  | { is: "slow"; ms: number }
  | { is: "broken_json" }
  | { is: "other_protocol" }
  | { is: "redirect"; to: string }
  | { is: "hang_up" };

/**
 * A language model's endpoint on this machine: the chat-completions protocol after its published description, plain and
 * streamed, with what goes wrong in the field. What it answers is up to the test.
 */
export class ModelServer {
  readonly asked: Asked[] = [];
  /** Questions that were being answered at the same moment, at most. */
  mostAtOnce = 0;
  private running = 0;
  mishaps: ModelMishap[] = [];
  answer: (asked: Asked) => string = () => "ready";
  /** Null: an endpoint that does not say what it used. */
  usage: { prompt_tokens: number; completion_tokens: number } | null = {
    prompt_tokens: 100,
    completion_tokens: 20,
  };

  private constructor(
    private readonly server: Server,
    readonly origin: string,
    readonly apiKey: string,
  ) {}

  static async start(port = 0, apiKey = "sk-test-4711"): Promise<ModelServer> {
    let model: ModelServer;
    const server = createServer((request, response) => void model.handle(request, response));
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    model = new ModelServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, apiKey);
    return model;
  }

  get baseUrl(): string {
    return `${this.origin}/v1`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.method !== "POST" || request.url !== "/v1/chat/completions") return refuse(response, 404);
    if (request.headers.authorization !== `Bearer ${this.apiKey}`) return refuse(response, 401);
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const asked = toAsked(request, body);
    this.asked.push(asked);
    this.running += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
    response.once("close", () => {
      this.running -= 1;
    });
    const mishap = this.mishaps.shift();
    if (mishap?.is === "slow") await new Promise((resolve) => setTimeout(resolve, mishap.ms));
    else if (mishap) return happen(response, mishap);
    const text = this.answer(asked);
    if (body.stream) stream(response, body.model, text);
    else json(response, 200, this.completion(body.model, text));
  }

  private completion(model: string, content: string) {
    const message = { role: "assistant", content };
    return {
      id: "chatcmpl-1",
      object: "chat.completion",
      created: 1_760_000_000,
      model,
      choices: [{ index: 0, message, finish_reason: "stop" }],
      ...(this.usage
        ? { usage: { ...this.usage, total_tokens: this.usage.prompt_tokens + this.usage.completion_tokens } }
        : {}),
    };
  }
}

interface ChatBody {
  model: string;
  messages: { role: string; content: string | { type: string; text: string }[] }[];
}

function toAsked(request: IncomingMessage, { model, messages }: ChatBody): Asked {
  const of = (role: string) =>
    messages
      .filter((message) => message.role === role)
      .map(({ content }) =>
        typeof content === "string" ? content : content.map(({ text }) => text).join(""),
      )
      .join("\n");
  return { authorization: request.headers.authorization, model, system: of("system"), prompt: of("user") };
}

function happen(response: ServerResponse, mishap: Exclude<ModelMishap, { is: "slow" }>): void {
  switch (mishap.is) {
    case "status":
      refuse(response, mishap.status, mishap.body);
      return;
    case "broken_json":
      response.writeHead(200, { "content-type": "application/json" }).end('{"choices": [{"mess');
      return;
    case "other_protocol":
      json(response, 200, { result: "hello" });
      return;
    case "redirect":
      response.writeHead(307, { location: mishap.to }).end();
      return;
    case "hang_up":
      response.destroy();
  }
}

function refuse(response: ServerResponse, status: number, message = "refused"): void {
  json(response, status, { error: { message, type: "error", code: null } });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function stream(response: ServerResponse, model: string, text: string): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const chunk = (delta: object, finish_reason: string | null = null) =>
    response.write(
      `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1_760_000_000, model, choices: [{ index: 0, delta, finish_reason }] })}\n\n`,
    );
  chunk({ role: "assistant" });
  for (const part of text.match(/.{1,8}/gsu) ?? []) chunk({ content: part });
  chunk({}, "stop");
  response.end("data: [DONE]\n\n");
}
