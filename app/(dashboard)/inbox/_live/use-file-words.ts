"use client";

import { useLocale, useTranslations } from "use-intl";
import { checkFiles } from "@/lib/platform/channels/file-rules";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import type { Upload } from "./uploads";

const REASONS = [
  "file_type",
  "file_damaged",
  "file_size",
  "picture_size",
  "picture_frames",
  "uploads",
  "network",
] as const;

const NOT_KEPT = [
  "file_type",
  "file_size",
  "file_damaged",
  "picture_size",
  "picture_frames",
  "gone",
] as const;

const MIB = 1024 * 1024;

/** Sizes and refusals of files in the reader's words. */
export function useFileWords() {
  const t = useTranslations("attachments");
  const channels = useTranslations("inbox.channel");
  const locale = useLocale();
  const size = (bytes: number) => {
    const [value, unit] =
      bytes >= MIB
        ? ([bytes / MIB, "megabyte"] as const)
        : ([Math.max(0.1, bytes / 1024), "kilobyte"] as const);
    const maximumFractionDigits = value < 10 ? 1 : 0;
    return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits }).format(value);
  };
  const percent = (share: number) => new Intl.NumberFormat(locale, { style: "percent" }).format(share);
  /** Why a channel takes no files at all, said before one is chosen. */
  const takesNone = (channel: ConversationSummaryDto["channel"]) =>
    checkFiles(channel, [{ mimeType: "image/jpeg", sizeBytes: 1 }])
      ? t("channelTakesNone", { channel: channels(channel) })
      : null;
  /** Why a file does not go, or null. */
  const problem = (channel: ConversationSummaryDto["channel"], upload: Upload): string | null => {
    if (upload.state === "failed") {
      const reason = REASONS.find((known) => known === upload.reason);
      return t(`error.${reason ?? "internal"}`);
    }
    const refusal = upload.attachment ? checkFiles(channel, [upload.attachment]) : null;
    if (!refusal || refusal.code === "files_not_taken") return null;
    const name = channels(channel);
    return refusal.code === "file_too_large"
      ? t("error.file_too_large", { channel: name, size: size(refusal.maxBytes) })
      : t("error.file_type_not_taken", { channel: name });
  };
  /** Why a file that came was not kept. */
  const refusal = (reason: string) =>
    t(`problem.${NOT_KEPT.find((known) => known === reason) ?? "file_type"}`);
  return { size, percent, takesNone, problem, refusal };
}
