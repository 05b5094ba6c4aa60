import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { LOCALE_COOKIE } from "@/lib/core/cookies";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { type Permission, requirePermission } from "@/lib/core/permissions";
import { consumeLimit, type LimitState } from "@/lib/platform/limits/consume-limit";
import { anonymous, authenticate, authenticateVisitor, type Credential } from "./authenticate";
import { corsHeaders } from "./cors";
import { type IdempotentRequest, once, type StoredAnswer } from "./idempotency";
import { negotiateLocale } from "./negotiate-locale";
import { problemResponse, toProblem } from "./problem";
import { readJsonBody } from "./read-body";
import { requestIdOf } from "./request-id";

const authenticators = { credential: authenticate, visitor: authenticateVisitor, public: anonymous };

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export interface RouteArguments<Params, Query, Body> {
  ctx: Context;
  credential: Credential;
  request: NextRequest;
  params: Output<Params>;
  query: Output<Query>;
  body: Output<Body>;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What the OpenAPI document says of a route; the same schemas validate. */
export interface RouteDefinition {
  id: string;
  method: Method;
  /** Below /api/v1, with `{name}` for parameters. */
  path: string;
  summary: string;
  tag: string;
  auth: "credential" | "visitor" | "public";
  permission?: Permission;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Media types of a body that the handler reads itself as a stream. */
  streamedBody?: string | readonly string[];
  response?: z.ZodType;
  /** Media type of an answer that is not JSON. */
  responseType?: string;
  status: number;
}

interface RouteOptions<Params, Query, Body, Response_> {
  id: string;
  method: Method;
  path: string;
  summary: string;
  tag: string;
  auth?: "credential" | "visitor" | "public";
  permission?: Permission;
  params?: Params;
  query?: Query;
  body?: Body;
  streamedBody?: string | readonly string[];
  response?: Response_;
  responseType?: string;
  status?: number;
  /** Where a few addresses send for many people: calls a minute, counted apart from other routes. */
  requestsPerMinute?: number;
  /** Blanks secrets in the stored answer of an idempotent request. */
  redact?: (body: unknown) => unknown;
  /** Returns the answer's body, or a Response of its own (a stream, a download). */
  handler: (args: RouteArguments<Params, Query, Body>) => Promise<unknown>;
}

export type RouteHandler = ((
  request: NextRequest,
  segment: { params: Promise<Record<string, string>> },
) => Promise<Response>) & { definition: RouteDefinition };

/**
 * A route of /api/v1: authentication, limits, validation, idempotency and error mapping around one verb.
 * The handler runs only after all of them; what it throws becomes problem+json.
 */
export function route<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Answer extends z.ZodType | undefined = undefined,
>(options: RouteOptions<Params, Query, Body, Answer>): RouteHandler {
  const {
    handler: _,
    redact: __,
    requestsPerMinute,
    auth = "credential",
    status = 200,
    ...described
  } = options;
  const definition = { ...described, auth, status } as RouteDefinition;

  const handle = async (request: NextRequest, segment: { params: Promise<Record<string, string>> }) => {
    const requestId = requestIdOf(request.headers);
    const headers = new Headers({ "X-Request-Id": requestId, "Cache-Control": "no-store" });
    if (auth !== "credential") copyHeaders(corsHeaders(request.headers.get("origin")), headers);
    try {
      const credential = await authenticators[auth](request);
      if (requestsPerMinute) {
        credential.credentialId = `${options.id}:${credential.credentialId}`;
        credential.requestsPerMinute = requestsPerMinute;
      }
      await enforceLimit(credential, headers);
      const ctx = toContext(credential, request, requestId);
      if (options.permission) requirePermission(ctx, options.permission);
      const args = await parseRequest(options, request, segment, ctx, credential);
      return await answer(options, status, args, headers);
    } catch (error) {
      const problem = toProblem(error, requestId);
      if (error instanceof AppError && error.retryAfterSeconds) {
        headers.set("Retry-After", String(error.retryAfterSeconds));
      }
      return problemResponse(problem, headers);
    }
  };
  return Object.assign(handle, { definition });
}

async function enforceLimit(credential: Credential, headers: Headers): Promise<void> {
  const state = await consumeLimit(`requests:${credential.credentialId}`, credential.requestsPerMinute, 60);
  setLimitHeaders(headers, state);
  if (!state.allowed) {
    throw new AppError(
      "rate_limited",
      `More than ${state.limit} requests in a minute. Wait ${state.resetSeconds} s.`,
      {
        retryAfterSeconds: state.resetSeconds,
      },
    );
  }
}

function setLimitHeaders(headers: Headers, state: LimitState): void {
  headers.set("RateLimit-Limit", String(state.limit));
  headers.set("RateLimit-Remaining", String(state.remaining));
  headers.set("RateLimit-Reset", String(state.resetSeconds));
}

function toContext(credential: Credential, request: NextRequest, requestId: string): Context {
  return {
    merchantId: credential.merchantId,
    actor: credential.actor,
    requestId,
    locale: negotiateLocale(
      request.cookies.get(LOCALE_COOKIE)?.value,
      request.headers.get("accept-language"),
    ),
    now: () => new Date(),
  };
}

interface ParsedRequest<Params, Query, Body> extends RouteArguments<Params, Query, Body> {
  bodySha256: string | null;
}

async function parseRequest<
  Params extends z.ZodObject | undefined,
  Query extends z.ZodObject | undefined,
  Body extends z.ZodType | undefined,
  Answer,
>(
  options: RouteOptions<Params, Query, Body, Answer>,
  request: NextRequest,
  segment: { params: Promise<Record<string, string>> },
  ctx: Context,
  credential: Credential,
): Promise<ParsedRequest<Params, Query, Body>> {
  const params = options.params?.safeParse(await segment.params);
  if (params && !params.success) throw new AppError("not_found", "There is nothing at this address.");
  const query = options.query
    ? parseInput(options.query, Object.fromEntries(request.nextUrl.searchParams))
    : undefined;
  // A POST without a schema still counts its body towards the idempotency comparison.
  const isRead = request.method === "GET" || options.streamedBody !== undefined;
  const raw = isRead ? null : await readJsonBody(request);
  const body = options.body ? parseInput(options.body, raw?.value) : undefined;
  return {
    ctx,
    credential,
    request,
    params: params?.data as Output<Params>,
    query: query as Output<Query>,
    body: body as Output<Body>,
    bodySha256: raw ? createHash("sha256").update(raw.text).digest("hex") : null,
  };
}

async function answer<Params, Query, Body, Answer>(
  options: RouteOptions<Params, Query, Body, Answer>,
  status: number,
  args: ParsedRequest<Params, Query, Body>,
  headers: Headers,
): Promise<Response> {
  const key = args.request.headers.get("idempotency-key");
  if (options.method === "POST" && options.auth !== "public" && key && args.bodySha256) {
    const request = idempotentRequest(args, key, args.bodySha256);
    const work = async (): Promise<StoredAnswer> => ({ status, body: (await options.handler(args)) ?? null });
    const stored = await once(args.ctx, request, work, options.redact);
    return jsonResponse(stored.status, stored.body, headers);
  }
  const result = await options.handler(args);
  if (result instanceof Response) {
    copyHeaders(headers, result.headers);
    return result;
  }
  return jsonResponse(status, result, headers);
}

export function idempotentRequest(
  args: { credential: Credential; request: NextRequest },
  key: string,
  bodySha256: string,
): IdempotentRequest {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new AppError("invalid_input", "Idempotency-Key takes 1 to 255 visible ASCII characters.");
  }
  const { pathname } = args.request.nextUrl;
  return {
    credentialId: args.credential.credentialId,
    route: `${args.request.method} ${pathname}`,
    key,
    bodySha256,
  };
}

function jsonResponse(status: number, body: unknown, headers: Headers): Response {
  if (status === 204 || body === undefined || body === null)
    return new Response(null, { status: status === 200 ? 204 : status, headers });
  headers.set("Content-Type", status >= 400 ? "application/problem+json" : "application/json");
  return new Response(JSON.stringify(body), { status, headers });
}

/** Sets what the target does not say itself. */
function copyHeaders(from: Headers, to: Headers): void {
  for (const [name, value] of from) if (!to.has(name)) to.set(name, value);
}
