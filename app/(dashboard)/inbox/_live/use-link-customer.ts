"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { linkCustomer } from "../_actions";
import { applyConversation, keys } from "./inbox-cache";
import { useInbox } from "./inbox-context";
import { call, useActErrors } from "./use-act-errors";

/** Says which customer the person of a conversation is (null: nobody who is known), and shows it. */
export function useLinkCustomer(id: string) {
  const client = useQueryClient();
  const errors = useActErrors();
  const { me } = useInbox();
  const [isPending, setPending] = useState(false);
  const run = async (customerId: string | null): Promise<boolean> => {
    setPending(true);
    const result = await call(() => linkCustomer({ id, customerId }));
    setPending(false);
    if (!result.ok) {
      errors.show(errors.word(result.error));
      return false;
    }
    applyConversation(client, result.data, me.id);
    void client.invalidateQueries({ queryKey: keys.all });
    return true;
  };
  return { run, isPending };
}
