import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const desk = process.env.ZHANGGUI_E2E_URL!;

export interface Site {
  address: string;
  close(): void;
}

/** Some shop's own page, on an origin of its own and under its own policy, with the chat embedded by its tag. */
export async function serveSite(widgetKey: string, lang: string, policy?: string): Promise<Site> {
  const page = `<!doctype html><html lang="${lang}"><title>Shop</title><h1>Shop</h1>
    <script src="${desk}/widget.js" data-key="${widgetKey}" async></script></html>`;
  const server = createServer((_, response) => {
    response.writeHead(200, {
      "Content-Type": "text/html",
      ...(policy ? { "Content-Security-Policy": policy } : {}),
    });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
