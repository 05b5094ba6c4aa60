import { calendarDay, formatInstant, fromWallClock } from "@/lib/core/dates";
import type { ArticleDto, ArticleLanguage, CreateArticleInput } from "@/lib/data/knowledge/schemas";

export const LANGUAGES: readonly ArticleLanguage[] = ["zh", "en", "es"];

/** An article in one language as the fields hold it. */
export interface Draft {
  title: string;
  body: string;
  audience: "customers" | "agents";
  /** Wall-clock times of the shop, as `datetime-local` writes them; empty is without limit. */
  validFrom: string;
  validUntil: string;
  /** With commas between. */
  tags: string;
}

export type Drafts = Record<ArticleLanguage, Draft>;
export type Articles = Partial<Record<ArticleLanguage, ArticleDto>>;

/** The fields of what is stored; of a language not written yet they are empty, but for whom it is as the others. */
export function draftOf(
  article: ArticleDto | undefined,
  sibling: ArticleDto | undefined,
  timeZone: string,
): Draft {
  if (!article) {
    const audience = sibling?.audience ?? "customers";
    return { title: "", body: "", audience, validFrom: "", validUntil: "", tags: "" };
  }
  const { title, body, audience, validFrom, validUntil, tags } = article;
  return {
    ...{ title, body, audience, tags: tags.join(", ") },
    validFrom: toWallClock(validFrom, timeZone),
    validUntil: toWallClock(validUntil, timeZone),
  };
}

export function isSameDraft(a: Draft, b: Draft): boolean {
  return (Object.keys(a) as (keyof Draft)[]).every((key) => a[key] === b[key]);
}

/** What a save sends of a new language. */
export function contentOf(draft: Draft, timeZone: string): Omit<CreateArticleInput, "language"> {
  const { title, body, audience } = draft;
  return {
    ...{ title, body, audience, tags: toTags(draft.tags) },
    validFrom: toInstant(draft.validFrom, timeZone),
    validUntil: toInstant(draft.validUntil, timeZone),
  };
}

/** What a save sends of a stored language: what was changed alone, so that seconds that no field shows are kept. */
export function changesOf(draft: Draft, stored: Draft, timeZone: string): Partial<CreateArticleInput> {
  const content = contentOf(draft, timeZone);
  const changed = (Object.keys(draft) as (keyof Draft)[]).filter((key) => draft[key] !== stored[key]);
  return Object.fromEntries(changed.map((key) => [key, content[key]]));
}

function toTags(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
}

function toWallClock(instant: string | null, timeZone: string): string {
  if (instant === null) return "";
  const at = new Date(instant);
  return `${calendarDay(at, timeZone)}T${formatInstant(at, { locale: "en-GB", timeZone, style: "time" })}`;
}

/** Null where nothing is given; what is no time stays as it is, for the server to say so. */
function toInstant(wallClock: string, timeZone: string): string | null {
  if (wallClock === "") return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wallClock)) return wallClock;
  return fromWallClock(`${wallClock}:00`, timeZone).toISOString();
}
