import type { Actor, Context } from "./context";
import { AppError } from "./errors";
import { type Permission, ROLE_PERMISSIONS } from "./roles";

export * from "./roles";

export function can(actor: Actor, permission: Permission): boolean {
  switch (actor.type) {
    case "user":
      return ROLE_PERMISSIONS[actor.role].includes(permission);
    case "api_key":
      return actor.scopes.includes(permission);
    case "system":
      return true;
    case "customer":
      return false;
  }
}

/** @throws AppError `forbidden` naming the permission that is missing. */
export function requirePermission(ctx: Context, permission: Permission): void {
  if (can(ctx.actor, permission)) return;
  throw new AppError(
    "forbidden",
    `This needs the permission ${permission}. Ask an owner of the shop for it.`,
  );
}
