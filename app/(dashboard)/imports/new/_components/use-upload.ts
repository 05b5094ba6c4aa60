"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ApiError } from "@/components/shell/fetch-json";
import { upload } from "./send-form";
import type { Failure } from "./types";

/** Sends the form once; a retry after a broken connection carries the same key, so that nothing starts twice. */
export function useUpload(unreachable: string) {
  const router = useRouter();
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const abortRef = useRef<AbortController>(undefined);
  const keyRef = useRef<{ of: string; key: string }>(undefined);
  const isSending = share !== null;

  useEffect(() => {
    if (!isSending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isSending]);
  useEffect(() => () => abortRef.current?.abort(), []);

  const start = async (form: FormData) => {
    const of = fingerprint(form);
    if (keyRef.current?.of !== of) keyRef.current = { of, key: makeKey() };
    abortRef.current = new AbortController();
    setFailure(null);
    setShare(0);
    try {
      const { id } = await upload(form, {
        idempotencyKey: keyRef.current.key,
        signal: abortRef.current.signal,
        onProgress: setShare,
      });
      router.push(`/imports/${id}`);
    } catch (error) {
      setShare(null);
      if (error instanceof DOMException && error.name === "AbortError") return;
      // What was refused may be sent again once its cause is gone; only a lost answer must not start twice.
      if (error instanceof ApiError && error.status !== 0) keyRef.current = undefined;
      setFailure({
        message: error instanceof ApiError && error.status !== 0 ? error.message : unreachable,
        requestId: error instanceof ApiError ? error.requestId : "",
      });
    }
  };
  return { share, failure, start, stop: () => abortRef.current?.abort() };
}

function fingerprint(form: FormData): string {
  return [...form]
    .map(([name, value]) =>
      typeof value === "string"
        ? `${name}=${value}`
        : `${name}=${value.name} ${value.size} ${value.lastModified}`,
    )
    .join("\n");
}

/** randomUUID needs a secure context, which a shop on its own network may lack. */
function makeKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
