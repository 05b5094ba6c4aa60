import type { TextModelCard } from "@/lib/intelligence/text";

/** The model's folder under public/models, in the layout of transformers.js; browsers load the same files. */
export const TEXT_MODEL = "zhanggui-text";

/** The model as messages and heads name it. */
export function modelKey({ id, version }: Pick<TextModelCard, "id" | "version">): string {
  return `${id}@${version}`;
}
