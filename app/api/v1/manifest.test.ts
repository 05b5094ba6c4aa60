import { describe, expect, it } from "vitest";
import { ERROR_STATUS } from "@/lib/core/errors";
import { PERMISSIONS } from "@/lib/core/permissions";
import type { OpenApiDocument, OpenApiOperation } from "@/lib/platform/http/openapi";
import type { RouteDefinition } from "@/lib/platform/http/route";
import { useTestDatabase } from "@/test/database";
import { loadRoutes } from "@/test/support/route-modules";

await useTestDatabase();
const routes = await loadRoutes();
const { routeDefinitions } = await import("./_manifest");
const document: OpenApiDocument = await (await import("./openapi.json/route")).GET().json();

/** The document itself is a route without a definition. */
const PLAIN = ["/openapi.json"];
const described = routes.filter(({ folder }) => !PLAIN.includes(folder));

describe("the manifest", () => {
  it("lists every handler below app/api/v1, once", () => {
    const onDisk = described.map(({ handler }) => handler.definition);
    const listed = routeDefinitions();
    expect(listed.map(nameOf).sort()).toEqual(onDisk.map(nameOf).sort());
    expect(new Set(listed).size).toBe(listed.length);
  });

  it.each(described.map((route) => [`${route.method} ${route.folder}`, route] as const))(
    "%s says where it stands",
    (_, { folder, method, handler }) => {
      const { definition } = handler;
      expect(definition.method).toBe(method);
      expect(definition.path).toBe(folder.replace(/\[(\w+)\]/g, "{$1}"));
      const named = [...definition.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(definition.params?.shape ?? {}).sort()).toEqual(named.sort());
    },
  );

  it("gives every route an id of its own and a sentence about it", () => {
    const definitions = routeDefinitions();
    expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length);
    for (const { id, summary, tag } of definitions)
      expect([id, summary.length > 5, tag.length > 2]).toEqual([id, true, true]);
  });

  it("leaves no route of the shop without a permission", () => {
    const open = routeDefinitions().filter(({ auth, permission }) => auth === "credential" && !permission);
    expect(open.map(({ id }) => id)).toEqual([]);
    for (const { id, permission } of routeDefinitions())
      if (permission) expect(`${id} ${PERMISSIONS.includes(permission)}`).toBe(`${id} true`);
  });

  it("lets nothing that changes a record be done with a permission to read", () => {
    const writesByReading = routeDefinitions().filter(
      ({ method, permission }) => method !== "GET" && permission?.endsWith(":read"),
    );
    expect(writesByReading.map(({ id }) => id)).toEqual([]);
  });
});

describe("the OpenAPI document", () => {
  it("is 3.1 and describes every route once", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const ids = operations.map((operation) => operation.operationId);
    expect(ids.sort()).toEqual(
      routeDefinitions()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it("resolves each of its references, and none points into a schema's own definitions", () => {
    const references = [...walk(document)]
      .filter(([key]) => key === "$ref")
      .map(([, value]) => value as string);
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\/\w+$/);
      expect(document.components.schemas).toHaveProperty(reference.split("/").at(-1)!);
    }
    expect([...walk(document)].filter(([key]) => key === "$defs" || key === "$schema")).toEqual([]);
  });

  it("gives each operation answers, parameters that its path names, and security that exists", () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(operations)) {
        const { operationId, responses, parameters } = operation;
        const { security = document.security } = operation as OpenApiOperation & { security?: object[] };
        const codes = Object.keys(responses);
        expect(codes, operationId).toContain("default");
        expect(
          codes.some((code) => /^2\d\d$/.test(code)),
          operationId,
        ).toBe(true);
        for (const response of Object.values(responses))
          expect(response.description, operationId).toBeTruthy();
        const inPath = parameters.filter((parameter) => parameter.in === "path");
        expect(inPath.map((parameter) => parameter.name).sort()).toEqual(named.sort());
        const keys = parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
        expect(new Set(keys).size, operationId).toBe(keys.length);
        for (const scheme of security.flatMap((need) => Object.keys(need)))
          expect(document.components.securitySchemes).toHaveProperty(scheme);
      }
    }
  });

  it("names every error code, and keeps secrets and machine paths out", () => {
    const codes = { enum: Object.keys(ERROR_STATUS) };
    expect(document.components.schemas.Problem).toMatchObject({ properties: { code: codes } });
    const text = JSON.stringify(document);
    expect(text).not.toMatch(/NEXTAUTH|postgres:\/\/|a-secret-that-only-the-tests-know/);
  });

  it("answers an optional query field as optional", () => {
    const list = document.paths["/orders"]?.get?.parameters;
    expect(list?.find(({ name }) => name === "limit")).toMatchObject({ required: false });
  });
});

function nameOf({ method, path, id }: RouteDefinition): string {
  return `${method} ${path} ${id}`;
}

function* walk(value: unknown): Generator<[string, unknown]> {
  if (value === null || typeof value !== "object") return;
  for (const [key, inner] of Object.entries(value)) {
    yield [key, inner];
    yield* walk(inner);
  }
}
