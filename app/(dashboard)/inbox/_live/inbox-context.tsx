"use client";

import { createContext, useContext } from "react";
import type { OwnIntent } from "@/components/intents/intent-words";
import type { Locale } from "@/lib/core/context";
import type { BusinessHours } from "@/lib/intelligence/service-time";
import type { ModelTask } from "@/lib/platform/llm/schemas";

export interface Member {
  id: string;
  name: string;
}

/** What every part of the inbox knows of the reader and the shop. */
export interface Inbox {
  me: Member;
  locale: Locale;
  timeZone: string;
  /** The server's clock at the first paint, so that both sides draw the same. */
  serverNow: string;
  canWrite: boolean;
  canReadCustomers: boolean;
  canReadOrders: boolean;
  /** May merge customers, and say which customer somebody is. */
  canLink: boolean;
  /** May say what a message asks for. */
  canTeach: boolean;
  /** May save views, and make macros, for the whole shop. */
  canShare: boolean;
  /** May make articles of what was answered. */
  canDraft: boolean;
  canReadArticles: boolean;
  /** What the shop's language model may do for the reader; nothing where there is none. */
  modelTasks: readonly ModelTask[];
  /** Intents that the shop has added, archived ones too. */
  ownIntents: OwnIntent[];
  /** When people are there; null where the shop has not said. */
  hours: BusinessHours | null;
  /** Whether the reader is given conversations; null where the shop gives out none, or not to the reader. */
  isAvailable: boolean | null;
  /** To whom a conversation can be assigned. */
  members: Member[];
}

const InboxContext = createContext<Inbox | null>(null);
export const InboxProvider = InboxContext;

export function useInbox(): Inbox {
  const inbox = useContext(InboxContext);
  if (!inbox) throw new Error("useInbox stands outside the inbox.");
  return inbox;
}
