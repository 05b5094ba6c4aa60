"use client";

import { useCallback, useMemo } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import type { ActionResult } from "@/lib/platform/http/action";

export interface SpokenError {
  cause: string;
  remedy: string;
  requestId: string;
}

type ActionError = Extract<ActionResult<unknown>, { ok: false }>["error"];

/** Calls an action; a server that cannot be reached is an error like the others, not an exception. */
export async function call<Data>(run: () => Promise<ActionResult<Data>>): Promise<ActionResult<Data>> {
  try {
    return await run();
  } catch {
    return { ok: false, error: { code: "network", message: "", requestId: "", fields: [] } };
  }
}

/** Why a platform takes nothing from the desk; anything else says itself what is to be done. */
function wordRefusal(
  t: ReturnType<typeof useTranslations<"inbox.errors">>,
  { reason, message }: ActionError,
): Omit<SpokenError, "requestId"> {
  switch (reason) {
    case "reply_window_closed":
      return { cause: t("windowClosed"), remedy: t("windowClosedRemedy") };
    case "reply_limit_reached":
      return { cause: t("limitReached"), remedy: t("limitReachedRemedy") };
    case "channel_disabled":
    case "channel_removed":
      return { cause: t("channelOff"), remedy: t("channelOffRemedy") };
    case "files_not_taken":
    case "file_type_not_taken":
    case "file_too_large":
      return { cause: t("filesRefused"), remedy: t("filesRefusedRemedy") };
    default:
      return { cause: t("internal"), remedy: message };
  }
}

/** Errors of acts in the reader's words: cause, remedy, request id. */
export function useActErrors() {
  const t = useTranslations("inbox.errors");

  const word = useCallback(
    (error: ActionError): SpokenError => {
      const { code, requestId, message } = error;
      switch (code) {
        case "conversation_owned_by_bot":
          return { cause: t("botOwns"), remedy: t("botOwnsRemedy"), requestId };
        case "forbidden":
          return { cause: t("forbidden"), remedy: t("forbiddenRemedy"), requestId };
        case "not_found":
          return { cause: t("notFound"), remedy: t("notFoundRemedy"), requestId };
        case "network":
          return { cause: t("network"), remedy: t("networkRemedy"), requestId };
        case "rate_limited":
          return { cause: t("rateLimited"), remedy: t("rateLimitedRemedy"), requestId };
        case "not_possible":
          return { ...wordRefusal(t, error), requestId };
        case "invalid_input":
          return { cause: t("internal"), remedy: error.fields[0]?.message ?? message, requestId };
        default:
          return { cause: t("internal"), remedy: t("internalRemedy"), requestId };
      }
    },
    [t],
  );

  const show = useCallback(
    (spoken: SpokenError) => {
      const id = spoken.requestId ? ` ${t("requestId", { id: spoken.requestId })}` : "";
      toast.error(spoken.cause, { description: spoken.remedy + id, duration: 10_000 });
    },
    [t],
  );

  return useMemo(() => ({ word, show }), [word, show]);
}
