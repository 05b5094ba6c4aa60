import { randomUUID } from "node:crypto";
import { desk } from "./storefront";

export interface Place {
  path: string;
  title?: RegExp;
  /** Is drawn otherwise on a phone: looked through by axe there too. */
  hasPhoneLayout?: true;
  /** Keeps a stream open, and so never comes to rest. */
  isLive?: true;
}

interface Chapter {
  name: string;
  pages: () => Promise<Place[]>;
}

interface Listed {
  id: string;
}

const plain = (...paths: string[]): Place[] => paths.map((path) => ({ path }));
const titled = (path: string, title: RegExp): Place => ({ path, title });
const both = (path: string): Place => ({ path, hasPhoneLayout: true });

async function firstOf(path: string): Promise<string> {
  const { data } = await desk<{ data: Listed[] }>("GET", `${path}${path.includes("?") ? "&" : "?"}limit=1`);
  return data[0]!.id;
}

/** A return of one piece of a delivered order that allows it. */
async function makeRequest(): Promise<{ id: string; orderId: string }> {
  const { data } = await desk<{ data: Listed[] }>("GET", "/orders?status=delivered&limit=100");
  for (const { id: orderId } of data) {
    const { return: check } = await desk<{ return: { isPossible: boolean; lines?: { lineId: string }[] } }>(
      "GET",
      `/orders/${orderId}/service`,
    );
    if (!check.isPossible) continue;
    const lines = [{ lineId: check.lines![0]!.lineId, quantity: 1 }];
    const wish = { requestKey: randomUUID(), reason: "damaged", isOpened: true, note: "Chipped.", lines };
    // Somebody else may have asked for it meanwhile.
    const made = await desk<Listed>("POST", `/orders/${orderId}/returns`, wish).catch(() => null);
    if (made) return { orderId, id: made.id };
  }
  throw new Error("No delivered order of the demo shop can be returned.");
}

/** Somebody asks for a person in a conversation of their own. */
async function makeConversation(): Promise<string> {
  const customer = { externalId: `every-page-${randomUUID()}`, locale: "en" };
  const { id } = await desk<Listed>("POST", "/conversations", { channel: "api", customer });
  const message = { author: "customer", text: "I want a person", clientMessageId: randomUUID() };
  await desk("POST", `/conversations/${id}/messages`, message);
  return id;
}

/** An article with everything that Markdown can draw, and one of words that do not break. */
async function makeArticles(): Promise<[string, string]> {
  const body = "# One\n\n- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`code` and [link](https://shop.test)";
  const write = (title: string, text: string, publish: boolean) =>
    desk<Listed>("POST", "/knowledge/articles", { language: "en", title, body: text, publish });
  const rich = await write(`Every page ${randomUUID().slice(0, 8)}`, body, true);
  const long = await write(`Phone ${"verylongword".repeat(8)}`, "x".repeat(400), false);
  return [rich.id, long.id];
}

async function makeSizeChart(): Promise<string> {
  const price = { amountMinor: 19_900, currency: "CNY" };
  const product = { externalId: `every-page-${randomUUID()}`, name: { en: "Linen apron" }, price };
  const { results } = await desk<{ results: Listed[] }>("POST", "/products", { items: [product] });
  const chart = { sizes: [{ label: "S", ranges: { chestCm: [84, 92] } }] };
  await desk("PUT", `/products/${results[0]!.id}/size-chart`, { chart });
  return results[0]!.id;
}

/** A coupon that no order has used, so that it can be changed. */
async function makeCoupon(): Promise<string> {
  const code = `EVERY${randomUUID().slice(0, 8).toUpperCase()}`;
  const coupon = { code, kind: "percent", percentBasisPoints: 1_000, currency: "CNY" };
  return (await desk<Listed>("POST", "/coupons", coupon)).id;
}

/** What is looked at by tests of its own: sign-in, an import that has run, a product in the storefront, the way in. */
export const lookedAtElsewhere = ["/login", "/imports/[id]", "/demo/store/[productId]", "/"];

/** Every other page, in chapters about as long as each other. */
export const chapters: Chapter[] = [
  {
    name: "what the shop has",
    async pages() {
      const [product, customer, order] = await Promise.all(
        ["/products?stock=low", "/customers", "/orders?status=returned"].map(firstOf),
      );
      const chart = await makeSizeChart();
      return [
        titled("/products", /^Products · /),
        titled("/customers", /^Customers · /),
        titled("/orders?from=2026-01-01", /^Orders · /),
        ...plain(`/products/${product}`, `/customers/${customer}`, `/orders/${order}`),
        ...plain("/products/size-charts", `/products/size-charts/${chart}`),
        titled("/imports", /^Imports · /),
        titled("/imports/new", /^.+ · Zhanggui$/),
        titled("/demo/store", /Harbour & Pine/),
      ];
    },
  },
  {
    name: "service to orders",
    async pages() {
      const request = await makeRequest();
      const wish = { requestKey: randomUUID(), category: "other", text: "Too loud." };
      const complaint = await desk<Listed>("POST", "/complaints", wish);
      const coupon = await makeCoupon();
      return [
        titled("/requests?status=all", /^Requests · /),
        ...plain(`/requests/${request.id}`, "/requests/restock", `/orders/${request.orderId}`),
        titled("/complaints", /^Complaints · /),
        ...plain(`/complaints/${complaint.id}`),
        titled("/coupons", /^Coupons · /),
        ...plain("/coupons/new", `/coupons/${coupon}`, `/coupons/${coupon}/edit`, "/coupons/try"),
      ];
    },
  },
  {
    name: "knowledge",
    async pages() {
      const articles = await makeArticles();
      return plain(
        ...["/knowledge", "/knowledge/questions", "/knowledge/drafts"],
        ...["/knowledge/try", "/knowledge/try?q=refund", "/knowledge/new", "/knowledge/import"],
        ...articles.map((id) => `/knowledge/${id}`),
      );
    },
  },
  {
    name: "overview, inbox and understanding",
    async pages() {
      return [
        { ...both("/overview"), title: /^Overview · / },
        both("/service-quality"),
        { path: "/inbox", title: /Inbox · /, hasPhoneLayout: true, isLive: true },
        { path: `/inbox/${await makeConversation()}`, isLive: true },
        ...plain("/understanding", "/understanding/playground", "/understanding/review"),
        ...plain(
          "/understanding/intents",
          `/understanding/intents/${await firstOf("/understanding/intents")}`,
        ),
        ...plain("/understanding/versions"),
        titled("/docs/api", /^API · /),
      ];
    },
  },
  {
    name: "settings",
    async pages() {
      const own = ["", "/members", "/widget", "/channels", "/api-keys", "/audit-log", "/account"];
      const service = ["/service-policy", "/assignment", "/business-hours", "/service-levels"];
      const drawnTwice = ["/escalation", "/macros", "/canned-replies", "/labels", "/language-model"];
      return [
        ...plain(...[...own, ...service].map((path) => `/settings${path}`)),
        ...drawnTwice.map((path) => both(`/settings${path}`)),
      ];
    },
  },
];
