import type { Actor } from "@/lib/core/context";

/** As histories show who it was; a customer's name is with the customer. */
export function actorName(actor: Actor): string {
  return actor.type === "customer" ? "customer" : actor.name;
}
