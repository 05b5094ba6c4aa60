"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import type { FieldIssue } from "@/lib/core/errors";

/** What a server action answers; see lib/platform/http/action.ts. */
type Answer<Data> =
  | { ok: true; data: Data }
  | { ok: false; error: { code: string; message: string; requestId: string; fields: FieldIssue[] } };

interface Options<Data> {
  onSuccess?: (data: Data) => void;
  /** Where the form shows field errors itself, a toast would say them twice. */
  showsFields?: boolean;
}

/**
 * Runs a server action from a form or a button: pending state, field errors, and a toast with cause and
 * request id for the rest. Nothing that was typed is lost on failure.
 */
export function useAction<Input, Data>(
  act: (input: Input) => Promise<Answer<Data>>,
  options: Options<Data> = {},
) {
  const [isPending, startTransition] = useTransition();
  const [fields, setFields] = useState<Record<string, string>>({});
  const run = (input: Input) =>
    startTransition(async () => {
      const answer = await act(input).catch(() => null);
      if (answer?.ok) {
        setFields({});
        options.onSuccess?.(answer.data);
        return;
      }
      const error = answer?.error;
      setFields(Object.fromEntries((error?.fields ?? []).map(({ path, message }) => [path, message])));
      const isShown = options.showsFields && (error?.fields.length ?? 0) > 0;
      if (!isShown)
        toast.error(error?.message ?? "The server did not answer.", { description: error?.requestId });
    });
  return { run, isPending, fields };
}
