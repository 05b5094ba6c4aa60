import type { Act, OrderState } from "./acts";

/** Which part of an order each kind of act may change. */
const MAY_CHANGE: Readonly<Record<string, keyof OrderState>> = {
  cancel: "status",
  change_lines: "lines",
  change_address: "address",
};

/**
 * Whether an act is the one that a script names: "return HP-1; cup 2; damaged|defective". Its details are compared
 * one by one, in any order; "~text" asks that a detail contain the text.
 */
export function isNamedAct(named: string, { what, details }: Act): boolean {
  const [head, ...wanted] = named.split("; ");
  return (
    head === what &&
    wanted.every((choice) =>
      choice
        .split("|")
        .some((want) =>
          want.startsWith("~")
            ? details.some((detail) => detail.includes(want.slice(1)))
            : details.includes(want),
        ),
    )
  );
}

export const tellAct = ({ what, details }: Act) => [what, ...details].join("; ");

/** Acts that no script's line stands for, each line standing for one of them. */
export function findUnnamed(acts: readonly Act[], named: readonly string[]): Act[] {
  const left = [...named];
  return acts.filter((act) => {
    const at = left.findIndex((name) => isNamedAct(name, act));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Lines that no act stands for. */
export function findMissing(acts: readonly Act[], named: readonly string[]): string[] {
  const left = [...acts];
  return named.filter((name) => {
    const at = left.findIndex((act) => isNamedAct(name, act));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What changed about orders though no act says so. */
export function findUnasked(
  before: readonly OrderState[],
  after: readonly OrderState[],
  acts: readonly Act[],
): string[] {
  return after.flatMap((order) => {
    const old = before.find(({ number }) => number === order.number)!;
    const changed = (["status", "lines", "address"] as const).filter((part) => old[part] !== order[part]);
    const granted = acts
      .filter(({ what }) => what.endsWith(` ${order.number}`))
      .map(({ what }) => MAY_CHANGE[what.split(" ")[0]!]);
    return changed
      .filter((part) => !granted.includes(part))
      .map((part) => `${order.number}: ${part} ${old[part]} → ${order[part]}`);
  });
}

/** What an answer lacks of what it must contain: "a|b" is there when either is. */
export function findUnsaid(answer: string, facts: readonly string[]): string[] {
  const plain = plainText(answer);
  return facts.filter((fact) => !fact.split("|").some((choice) => plain.includes(plainText(choice))));
}

/** Of widths, of blanks and of capitals one kind. */
const plainText = (text: string) => text.normalize("NFKC").replace(/\s+/gu, " ").toLowerCase();
