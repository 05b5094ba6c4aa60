import { z } from "zod";
import { ERROR_STATUS } from "@/lib/core/errors";
import type { RouteDefinition } from "./route";

type Json = Record<string, unknown>;

/** One operation of the document, as far as pages draw it. */
export interface OpenApiOperation {
  operationId: string;
  summary: string;
  tags: string[];
  "x-scope"?: string;
  parameters: { name: string; in: string; required: boolean; schema: Json }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
}

export interface OpenApiDocument {
  openapi: string;
  info: Json;
  servers: { url: string }[];
  security: Json[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Json; securitySchemes: Json };
}

const SECURITY = { credential: {}, visitor: { security: [{ visitor: [] }] }, public: { security: [] } };

/** The OpenAPI 3.1 document of the given routes, made from the zod schemas that validate them. */
export function toOpenApi(definitions: readonly RouteDefinition[], serverUrl: string): OpenApiDocument {
  const components: Json = {};
  const paths: OpenApiDocument["paths"] = {};
  for (const definition of definitions) {
    const operation = { [definition.method.toLowerCase()]: toOperation(definition, components) };
    paths[definition.path] = { ...paths[definition.path], ...operation };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Zhanggui API",
      version: "1",
      description:
        "JSON, camelCase, UTF-8. Money is {amountMinor, currency}; times are ISO 8601 with offset. Lists are {data, nextCursor}. Clients must tolerate new fields and enum values.",
    },
    servers: [{ url: `${serverUrl}/api/v1` }],
    security: [{ apiKey: [] }],
    paths,
    components: {
      schemas: { ...components, Problem: PROBLEM },
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key from Settings, with scopes." },
        visitor: { type: "http", scheme: "bearer", description: "A token from POST /widget/sessions." },
      },
    },
  };
}

function toOperation(definition: RouteDefinition, components: Json): OpenApiOperation {
  return {
    operationId: definition.id,
    summary: definition.summary,
    tags: [definition.tag],
    ...SECURITY[definition.auth],
    ...(definition.permission ? { "x-scope": definition.permission } : {}),
    parameters: [
      ...toParameters(definition.params, "path", components),
      ...toParameters(definition.query, "query", components),
      ...(definition.method === "POST" ? [IDEMPOTENCY_KEY] : []),
    ],
    ...requestBody(definition, components),
    responses: responses(definition, components),
  };
}

function toParameters(
  schema: z.ZodObject | undefined,
  place: "path" | "query",
  components: Json,
): OpenApiOperation["parameters"] {
  if (!schema) return [];
  const json = toJsonSchema(schema, "input", components) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || (json.required ?? []).includes(name),
    schema: property,
  }));
}

function requestBody(
  definition: RouteDefinition,
  components: Json,
): { requestBody?: { required: true; content: Record<string, { schema: unknown }> } } {
  if (definition.streamedBody) {
    const schema = definition.body
      ? toJsonSchema(definition.body, "input", components)
      : { type: "string", format: "binary" };
    const types = [definition.streamedBody].flat();
    return {
      requestBody: { required: true, content: Object.fromEntries(types.map((type) => [type, { schema }])) },
    };
  }
  if (!definition.body) return {};
  const schema = toJsonSchema(definition.body, "input", components);
  return { requestBody: { required: true, content: { "application/json": { schema } } } };
}

function responses(definition: RouteDefinition, components: Json): OpenApiOperation["responses"] {
  const success: OpenApiOperation["responses"][string] = { description: definition.summary };
  if (definition.responseType)
    success.content = { [definition.responseType]: { schema: { type: "string" } } };
  else if (definition.response) {
    success.content = {
      "application/json": { schema: toJsonSchema(definition.response, "output", components) },
    };
  }
  return {
    [String(definition.status)]: success,
    default: {
      description: "An error, as RFC 9457 problem details",
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  };
}

/** Schemas with a `.meta({ id })` become shared components; references are rewritten to where they stand. */
function toJsonSchema(schema: z.ZodType, io: "input" | "output", components: Json): Json {
  const { $defs, $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Json))
    components[name] = rewriteReferences(definition);
  return rewriteReferences(json) as Json;
}

function rewriteReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewriteReferences);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "$ref" && typeof inner === "string"
        ? inner.replace("#/$defs/", "#/components/schemas/")
        : rewriteReferences(inner),
    ]),
  );
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The same key and body give the stored answer for 24 hours.",
  schema: { type: "string", maxLength: 255 },
};

const PROBLEM: Json = {
  type: "object",
  required: ["type", "title", "status", "code", "detail", "requestId"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: Object.keys(ERROR_STATUS) },
    detail: { type: "string" },
    requestId: { type: "string" },
    errors: {
      type: "array",
      items: { type: "object", properties: { path: { type: "string" }, message: { type: "string" } } },
    },
    details: { type: "object", additionalProperties: true },
  },
};
