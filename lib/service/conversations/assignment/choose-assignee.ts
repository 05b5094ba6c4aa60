import type { AssignmentRules } from "@/lib/service/staffing";

export interface Candidate {
  userId: string;
  isAvailable: boolean;
  /** Empty: every language. */
  languages: readonly string[];
  maxOpen: number;
  open: number;
  lastAssignedAt: Date | null;
}

/**
 * Who gets a conversation: of those who are there, have room, speak its language where that counts and have not let
 * it go before. Round robin takes whose turn is longest ago, least load who has the fewest; ids break ties.
 */
export function chooseAssignee<Member extends Candidate>(
  candidates: readonly Member[],
  rules: Pick<AssignmentRules, "mode" | "matchesLanguage">,
  conversation: { language: string | null; passedBy: readonly string[] },
): Member | null {
  if (rules.mode === "off") return null;
  const { language, passedBy } = conversation;
  const suitable = candidates.filter(
    ({ userId, isAvailable, languages, maxOpen, open }) =>
      isAvailable &&
      open < maxOpen &&
      !passedBy.includes(userId) &&
      (!rules.matchesLanguage || !language || languages.length === 0 || languages.includes(language)),
  );
  const turn = ({ lastAssignedAt }: Candidate) => lastAssignedAt?.getTime() ?? 0;
  const byTurn = (one: Candidate, other: Candidate) =>
    turn(one) - turn(other) || one.userId.localeCompare(other.userId);
  const byLoad = (one: Candidate, other: Candidate) => one.open - other.open || byTurn(one, other);
  return suitable.sort(rules.mode === "least_load" ? byLoad : byTurn)[0] ?? null;
}
