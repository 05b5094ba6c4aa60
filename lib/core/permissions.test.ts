import { describe, expect, it } from "vitest";
import type { Actor, Context } from "./context";
import {
  can,
  PERMISSIONS,
  type Permission,
  ROLE_PERMISSIONS,
  ROLES,
  type Role,
  requirePermission,
} from "./permissions";

const user = (role: Role): Actor => ({ type: "user", id: "u", name: "U", role });

describe("roles", () => {
  it("are nested: whoever stands higher may do all that the one below may", () => {
    const ladder: Role[] = ["viewer", "agent", "operator", "owner"];
    expect([...ladder].sort()).toEqual([...ROLES].sort());
    for (const [i, role] of ladder.slice(1).entries())
      expect(ROLE_PERMISSIONS[role]).toEqual(expect.arrayContaining([...ROLE_PERMISSIONS[ladder[i]!]]));
  });

  it("hold each permission once, and only ones that exist", () => {
    for (const role of ROLES) {
      const permissions = ROLE_PERMISSIONS[role];
      expect(new Set(permissions).size).toBe(permissions.length);
      for (const permission of permissions) expect(PERMISSIONS).toContain(permission);
    }
  });

  it.each<[Role, Permission[]]>([
    ["viewer", ["conversations:write", "members:read", "api-keys:read", "audit-log:read", "orders:write"]],
    ["agent", ["orders:write", "imports:write", "customers:erase", "api-keys:read", "settings:write"]],
    ["operator", ["customers:erase", "members:write", "api-keys:read", "api-keys:write", "settings:write"]],
  ])("keep from %s what is not theirs", (role, refused) => {
    expect(refused.filter((permission) => can(user(role), permission))).toEqual([]);
  });

  it("let the viewer change nothing", () => {
    expect(ROLE_PERMISSIONS.viewer.filter((permission) => !permission.endsWith(":read"))).toEqual([]);
  });

  it("let the owner do everything", () => {
    expect([...ROLE_PERMISSIONS.owner].sort()).toEqual([...PERMISSIONS].sort());
  });
});

describe("other actors", () => {
  const key: Actor = { type: "api_key", id: "k", name: "K", scopes: ["orders:read"] };
  const visitor: Actor = { type: "customer", visitorId: "v", customerId: "c" };
  it("have the scopes of their key, all, or none", () => {
    expect(PERMISSIONS.filter((permission) => can(key, permission))).toEqual(["orders:read"]);
    expect(PERMISSIONS.filter((permission) => can(visitor, permission))).toEqual([]);
    expect(PERMISSIONS.every((permission) => can({ type: "system", name: "s" }, permission))).toBe(true);
  });

  it("are told which permission is missing", () => {
    const ctx = { actor: key } as Context;
    expect(() => requirePermission(ctx, "orders:read")).not.toThrow();
    expect(() => requirePermission(ctx, "orders:write")).toThrowError(
      expect.objectContaining({ code: "forbidden", message: expect.stringContaining("orders:write") }),
    );
  });
});
