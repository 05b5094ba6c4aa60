import type { Understanding } from "@/lib/platform/models/understand-text";

/** Whole messages that can mean nothing else, whatever the model makes of one word. */
const EXPLICIT =
  /^(?:转?人工(?:客服|服务)?|真人|(?:转|找)?(?:人工)?客服|轉人工|human|(?:an? )?(?:human )?agent|(?:a )?(?:real |live )?person|operator|representative|agente|(?:un |una )?(?:humano|persona|asesora?|operadora?)|hablar con (?:un |una )?(?:agente|persona|humano|asesora?))$/i;

/** Whoever asks for the one in charge has had enough of the rest. */
const IN_CHARGE =
  /(?:叫|找|让|讓).{0,6}(?:经理|經理|主管|领导|領導|负责人|負責人|老板)|(?<!\p{L})(?:speak|talk|get me|give me|put me through)(?: to| with)?(?: a| the| your)* (?:manager|supervisor)|(?:hablar|p[aá]s[ae]me|comun[ií]qu[ea]me) con (?:el|la|su|tu|un|una)? ?(?:encargad|gerente|responsable|supervisor)/iu;

/** "Anybody there?" */
const CALL =
  /^(?:有人(?:在)?(?:吗|嗎|没|么)?|人呢|人在哪|在不在|anybody|any(?:one|body) (?:there|here)|hay alguien(?: ah[ií])?)$/iu;

export const isCall = (text: string) => CALL.test(bareOf(text));

const CONFIDENCE = 0.4;
/** What answers the question that waits is a wish for a person only where there is no doubt. */
const CONFIDENCE_IN_ANSWER = 0.8;

/** Whether the customer wants a person. Asking twice is one time too many, so the bar is low. */
export function isAskingForHuman(text: string, understanding: Understanding, isAnswer = false): boolean {
  const bare = bareOf(text);
  if (EXPLICIT.test(bare) || IN_CHARGE.test(text)) return true;
  const least = isAnswer ? CONFIDENCE_IN_ANSWER : CONFIDENCE;
  return understanding.intent.id === "human_agent" && understanding.intent.confidence >= least;
}

const bareOf = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\p{P}\p{S}\s]+/gu, " ")
    .trim();
