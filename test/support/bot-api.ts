import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedCall {
  method: string;
  body: Record<string, unknown>;
}

/** How the next sendMessage goes instead of well. */
export type Mishap =
  | { is: "error"; status: number; description: string; retryAfter?: number }
  /** Taken, and never answered. */
  | { is: "silence" }
  /** Taken, then the connection breaks. */
  | { is: "hang up" }
  /** A gateway's page instead of the API's words. */
  | { is: "page"; status: number };

/**
 * The rules of the Bot API that a webhook bot meets, played by a server on this machine: the token in the path, JSON
 * answers with `ok`, limits of texts, people who blocked the bot, files by id.
 */
export class BotApi {
  readonly token = "123456789:AAtest-token-of-a-bot-0123456789abc";
  readonly calls: ReceivedCall[] = [];
  /** Messages that were taken, in order, whether or not it could be said. */
  readonly taken: { chatId: string; text: string }[] = [];
  readonly blockedBy = new Set<string>();
  readonly files = new Map<string, Buffer>();
  mishaps: Mishap[] = [];
  private messageId = 1_000;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<BotApi> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const api = new BotApi(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on("request", (request, response) => void api.handle(request, response));
    return api;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  get texts(): string[] {
    return this.taken.map(({ text }) => text);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, file, token, rest = ""] = /^\/(file\/)?bot([^/]+)\/(.*)$/.exec(request.url ?? "") ?? [];
    if (token !== this.token) {
      refuse(response, 401, "Unauthorized");
      return;
    }
    if (file) {
      const bytes = this.files.get(decodeURIComponent(rest));
      response.writeHead(bytes ? 200 : 404).end(bytes);
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = await readBody(Buffer.concat(chunks), request.headers["content-type"] ?? "");
    this.calls.push({ method: rest, body });
    if (rest === "getMe")
      succeed(response, { id: 123456789, is_bot: true, first_name: "Shop", username: "shop_bot" });
    else if (rest === "setWebhook") this.setWebhook(body, response);
    else if (rest === "getFile") this.getFile(String(body.file_id), response);
    else if (/^send(Photo|Document|Video|Animation)$/.test(rest)) this.sendFile(rest, body, response);
    else if (rest === "sendMessage") this.sendMessage(String(body.chat_id), String(body.text), response);
    else refuse(response, 404, "Not Found");
  }

  private setWebhook({ url }: Record<string, unknown>, response: ServerResponse): void {
    if (String(url).startsWith("https://")) succeed(response, true);
    else refuse(response, 400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
  }

  private getFile(id: string, response: ServerResponse): void {
    if (this.files.has(`voice/${id}`)) succeed(response, { file_id: id, file_path: `voice/${id}` });
    else refuse(response, 400, "Bad Request: invalid file_id");
  }

  private sendMessage(chatId: string, text: string, response: ServerResponse): void {
    const mishap = this.mishaps.shift();
    if (mishap?.is === "error") refuse(response, mishap.status, mishap.description, mishap.retryAfter);
    else if (mishap?.is === "page") response.writeHead(mishap.status).end("<html>Bad gateway</html>");
    else if (this.blockedBy.has(chatId)) refuse(response, 403, "Forbidden: bot was blocked by the user");
    else if (text.trim() === "") refuse(response, 400, "Bad Request: message text is empty");
    else if (text.length > 4_096) refuse(response, 400, "Bad Request: message is too long");
    else this.take(chatId, text, response, mishap);
  }

  /** The file is a part of the form, named after the method. */
  private sendFile(method: string, body: Record<string, unknown>, response: ServerResponse): void {
    const file = body[method.slice("send".length).toLowerCase()];
    if (file instanceof File && file.size > 0)
      this.take(String(body.chat_id), `<${file.name}>`, response, undefined);
    else refuse(response, 400, "Bad Request: there is no file in the request");
  }

  private take(chatId: string, text: string, response: ServerResponse, mishap: Mishap | undefined): void {
    this.taken.push({ chatId, text });
    this.messageId += 1;
    if (mishap?.is === "silence") return;
    if (mishap?.is === "hang up") response.socket?.destroy();
    else
      succeed(response, { message_id: this.messageId, chat: { id: Number(chatId), type: "private" }, text });
  }
}

async function readBody(bytes: Buffer, type: string): Promise<Record<string, unknown>> {
  if (!type.startsWith("multipart/")) return JSON.parse(bytes.toString() || "{}");
  const form = await new Response(bytes as BodyInit, { headers: { "content-type": type } }).formData();
  return Object.fromEntries(form);
}

function succeed(response: ServerResponse, result: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ok: true, result }));
}

function refuse(response: ServerResponse, status: number, description: string, retryAfter?: number): void {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  const body = { ok: false, error_code: status, description, ...parameters };
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
