import { NextRequest } from "next/server";
import type { RouteHandler } from "@/lib/platform/http/route";

export interface Call {
  /** Bearer: an API key or a visitor's token. */
  key?: string | undefined;
  cookie?: string | undefined;
  params?: Record<string, string> | undefined;
  /** With its question mark. */
  query?: string | undefined;
  /** Sent as JSON, unless it is a string, bytes or a form, which are sent as they are. */
  body?: unknown;
  headers?: Record<string, string> | undefined;
  signal?: AbortSignal | undefined;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever the route says; tests assert what they need.
  json: any;
}

/** Calls a route's handler with the request that Next would give it. */
export function request(handler: RouteHandler, call: Call = {}): Promise<Response> {
  const { method, path } = handler.definition;
  const { params = {}, body } = call;
  const isRaw = typeof body === "string" || body instanceof Uint8Array || body instanceof FormData;
  const isJson = body !== undefined && !(body instanceof FormData);
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  return handler(
    new NextRequest(`http://localhost:3000/api/v1${address}${call.query ?? ""}`, {
      method,
      headers: {
        ...(call.key ? { authorization: `Bearer ${call.key}` } : {}),
        ...(call.cookie ? { cookie: call.cookie } : {}),
        ...(isJson ? { "content-type": "application/json" } : {}),
        ...call.headers,
      },
      ...(body === undefined ? {} : { body: (isRaw ? body : JSON.stringify(body)) as BodyInit }),
      ...(call.signal ? { signal: call.signal } : {}),
    }),
    { params: Promise.resolve(params) },
  );
}

export async function callRoute(handler: RouteHandler, call: Call = {}): Promise<Answer> {
  const response = await request(handler, call);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  const json = isJson ? JSON.parse(text) : null;
  return { status: response.status, headers: response.headers, text, json };
}
