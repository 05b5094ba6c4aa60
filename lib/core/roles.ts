export const ROLES = ["owner", "operator", "agent", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** Permissions are also the scopes of API keys. */
export const PERMISSIONS = [
  "products:read",
  "products:write",
  "customers:read",
  "customers:write",
  "customers:erase",
  "orders:read",
  "orders:write",
  // Cancel, change, return and the like under the shop's policy: agents serve orders without rewriting them at will.
  "orders:service",
  "events:write",
  "imports:read",
  "imports:write",
  "conversations:read",
  "conversations:write",
  "knowledge:read",
  "knowledge:write",
  "understanding:use",
  "understanding:read",
  "understanding:write",
  "understanding:manage",
  "metrics:read",
  "members:read",
  "members:write",
  "api-keys:read",
  "api-keys:write",
  "settings:write",
  "audit-log:read",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READS = PERMISSIONS.filter((permission) => permission.endsWith(":read"));
const GOVERNANCE: readonly Permission[] = ["members:read", "api-keys:read", "audit-log:read"];
const VIEWER = READS.filter((permission) => !GOVERNANCE.includes(permission));
const AGENT: readonly Permission[] = [
  ...VIEWER,
  "conversations:write",
  "orders:service",
  "understanding:use",
  "understanding:write",
  "customers:write",
  "members:read",
];
const OPERATOR: readonly Permission[] = [
  ...AGENT,
  "products:write",
  "orders:write",
  "events:write",
  "imports:write",
  "knowledge:write",
  "understanding:manage",
  "audit-log:read",
];

export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  owner: PERMISSIONS,
  operator: OPERATOR,
  agent: AGENT,
  viewer: VIEWER,
};
