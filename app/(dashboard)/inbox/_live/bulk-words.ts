import type { useTranslations } from "use-intl";
import type { ActResultDto, RefusalDto } from "@/lib/service/conversations/schemas";

type Words = ReturnType<typeof useTranslations<"deskActs.bulk">>;

const NAMED = [
  "taken_by_colleague",
  "changed_since",
  "unfilled_variable",
  "text_too_long",
  "label_gone",
  "member_gone",
  "may_not_answer",
  "reply_window_closed",
  "reply_limit_reached",
] as const;

function kindOf({ code, reason }: RefusalDto) {
  const named = NAMED.find((each) => each === reason);
  if (named) return named;
  if (reason === "channel_disabled" || reason === "channel_removed") return "channel_off";
  if (code === "conversation_owned_by_bot") return "owned_by_bot";
  return code === "not_found" ? "gone" : "other";
}

/** Why some were not changed: a sentence for each reason, with how many it holds for. */
export function wordRefusals(
  t: Words,
  results: readonly ActResultDto[],
  variableName: (variable: string) => string,
): string {
  const byKind = new Map<ReturnType<typeof kindOf>, { count: number; variables: Set<string> }>();
  for (const { error } of results) {
    if (!error) continue;
    const kind = kindOf(error);
    const known = byKind.get(kind) ?? { count: 0, variables: new Set() };
    known.count += 1;
    for (const variable of error.variables) known.variables.add(variable);
    byKind.set(kind, known);
  }
  const sentences = [...byKind].map(([kind, { count, variables }]) =>
    t(`refused.${kind}`, { count, names: [...variables].map(variableName).join(", ") }),
  );
  return sentences.join(" ");
}
