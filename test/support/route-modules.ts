import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Method, RouteHandler } from "@/lib/platform/http/route";

const API = fileURLToPath(new URL("../../app/api/v1/", import.meta.url));
const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

export interface RouteExport {
  /** Below app/api/v1, such as `/orders/[id]`. */
  folder: string;
  method: Method;
  handler: RouteHandler;
}

/** Every handler that a route.ts below app/api/v1 exports, found on disk and not in a list. */
export async function loadRoutes(): Promise<RouteExport[]> {
  const files = readdirSync(API, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)route\.ts$/.test(file),
  );
  const routes: RouteExport[] = [];
  for (const file of files.sort()) {
    const module = (await import(/* @vite-ignore */ join(API, file))) as Partial<
      Record<Method, RouteHandler>
    >;
    for (const method of METHODS) {
      const handler = module[method];
      if (handler) routes.push({ folder: `/${dirname(file)}`, method, handler });
    }
  }
  return routes;
}
