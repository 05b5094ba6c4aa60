import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import type { InboundRequest } from "../adapter";
import { emailAdapter } from "./index";

const settings = emailAdapter.settings.parse({
  address: "hola@shop.example",
  displayName: "Tienda",
  inboundSecret: "a-secret-of-the-gateway-1",
  smtpHost: "smtp.shop.example",
});

const calls: InboundRequest[] = [];
const server = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray());
  const headers = request.headers as Record<string, string>;
  calls.push({ method: "POST", query: new URLSearchParams(), headers, body });
  response.writeHead(calls.length > 1 ? 503 : 200).end();
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => server.close());

/** The very text that merchants copy. */
const docs = readFileSync(new URL("../../../../docs/channels.md", import.meta.url), "utf8");
const source = /```js\n(export default[\s\S]*?)```/.exec(docs)![1]!;

it("the e-mail worker of docs/channels.md signs what the desk takes, and fails where it is not taken", async () => {
  const url = `data:text/javascript;base64,${Buffer.from(source).toString("base64")}`;
  const { default: worker } = (await import(/* @vite-ignore */ url)) as {
    default: { email: (message: { raw: BodyInit }, env: object) => Promise<void> };
  };
  const env = {
    ADDRESS: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    SECRET: settings.inboundSecret,
  };
  const raw = Buffer.from(
    "From: ann@customer.example\r\nContent-Type: text/plain; charset=gbk\r\n\r\n\xc4\xe3",
    "latin1",
  );
  await worker.email({ raw }, env);
  const { events } = await emailAdapter.read(calls[0]!, settings, new Date());
  expect(events).toMatchObject([{ is: "message", text: "你" }]);
  await expect(worker.email({ raw }, env)).rejects.toThrow("503");
});
