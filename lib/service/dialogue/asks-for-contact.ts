import { readMemory } from "./memory";

interface Asked {
  status: "open" | "snoozed" | "resolved";
  owner: "bot" | "human";
  customerId: string | null;
  slots: Record<string, unknown>;
}

/**
 * Whether the bot waits for the e-mail or phone on an order. Only a stranger is asked: a vouched-for customer needs
 * no proof. A widget that hides personal data sends these two while it is so, and at no other time.
 */
export function asksForContact({ status, owner, customerId, slots }: Asked): boolean {
  if (status === "resolved" || owner !== "bot" || customerId !== null) return false;
  const { awaiting, contact } = readMemory(slots);
  return awaiting === "order_proof" || (awaiting === "order_number" && contact === undefined);
}
