/** What a canned reply may stand for. The names are part of stored texts: add, never rename. */
export const VARIABLES = [
  "customer.name",
  "order.number",
  "order.trackingNumber",
  "agent.name",
  "shop.name",
] as const;
export type Variable = (typeof VARIABLES)[number];

/** `{{ customer.name }}`: a name in double braces, blanks around it allowed. */
const VARIABLE = /\{\{\s{0,10}([A-Za-z][\w.]{0,60})\s{0,10}\}\}/g;

/** The variables that a text holds, known or not, each once, in their order. */
export function findVariables(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([, name]) => name!))];
}

export function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name);
}

/**
 * Puts values where variables stand. One that is unknown or has no value stays in its braces, and is named in
 * `missing`, so that whoever writes sees what is left to fill in.
 */
export function fillVariables(
  text: string,
  values: Partial<Record<Variable, string | null>>,
): { text: string; missing: string[] } {
  const filled = text.replace(VARIABLE, (_, name: string) => {
    const value = isVariable(name) ? values[name]?.trim() : undefined;
    // What a customer calls themselves must not become a variable in turn.
    return value ? value.replace(/[{}]/g, "") : `{{${name}}}`;
  });
  return { text: filled, missing: findVariables(filled) };
}

/** Where the first variable that is left stands in a text, for the selection of a field. */
export function firstVariable(text: string): { start: number; end: number } | null {
  const match = new RegExp(VARIABLE.source).exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}
