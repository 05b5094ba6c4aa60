import type { Understanding } from "@/lib/platform/models/understand-text";

/** Whole messages that can mean nothing else, whatever the model makes of one word. */
const EXPLICIT =
  /^(?:转?人工(?:客服|服务)?|真人|(?:转|找)?(?:人工)?客服|轉人工|human|(?:an? )?(?:human )?agent|(?:a )?(?:real |live )?person|operator|representative|agente|(?:un |una )?(?:humano|persona|asesora?|operadora?)|hablar con (?:un |una )?(?:agente|persona|humano|asesora?))$/i;

const CONFIDENCE = 0.4;

/** Whether the customer wants a person. Asking twice is one time too many, so the bar is low. */
export function isAskingForHuman(text: string, understanding: Understanding): boolean {
  const bare = text
    .normalize("NFKC")
    .replace(/[\p{P}\p{S}\s]+/gu, " ")
    .trim();
  if (EXPLICIT.test(bare)) return true;
  return understanding.intent.id === "human_agent" && understanding.intent.confidence >= CONFIDENCE;
}
