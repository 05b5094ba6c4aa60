import { readMemory } from "./memory";
import type { Language, Reply } from "./types";
import { botWords } from "./words";

/** What stands for a voice message whose words are not known: "[voice message, 12 s]". */
export function voiceMessageText(language: Language, durationSeconds: number): string {
  return botWords(language)("voice.message", { seconds: Math.max(1, Math.round(durationSeconds)) });
}

/** Without words there is nothing to understand: a person listens to the customer instead of a guess. */
export function replyToUnheardVoice(conversation: {
  language: Language;
  slots: Record<string, unknown>;
}): Reply {
  const { language } = conversation;
  const { awaiting: _, failedAttempts: __, ...known } = readMemory(conversation.slots);
  return {
    text: botWords(language)("voice.notUnderstood"),
    language,
    intent: "",
    sources: [],
    slots: known,
    handoff: "voice_not_understood",
  };
}
