import { readMemory } from "./memory";
import type { Language, Reply } from "./types";
import { botWords } from "./words";

interface Attachment {
  kind: "image" | "voice" | "video" | "file";
  fileName?: string | undefined;
}

/** What stands for files that came without words: "[photo]", "[file: invoice.pdf]". */
export function attachmentText(language: Language, attachments: readonly Attachment[]): string {
  const words = botWords(language);
  return attachments
    .map(({ kind, fileName }) =>
      kind === "file" && fileName
        ? words("attachment.named", { name: fileName })
        : words(`attachment.${kind}`),
    )
    .join(" ");
}

/** The bot does not look at files: a person does. */
export function replyToUnreadAttachment(conversation: {
  language: Language;
  slots: Record<string, unknown>;
}): Reply {
  const { language } = conversation;
  const { awaiting: _, failedAttempts: __, ...known } = readMemory(conversation.slots);
  return {
    text: botWords(language)("attachment.notRead"),
    language,
    intent: "",
    sources: [],
    slots: known,
    handoff: "attachment_not_read",
  };
}
