"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/shell/fetch-json";
import type { ArticleDto, ArticleLanguage } from "@/lib/data/knowledge/schemas";
import type { ActionResult } from "@/lib/platform/http/action";
import { createArticle, updateArticle } from "../_actions";
import {
  type Articles,
  changesOf,
  contentOf,
  type Draft,
  type Drafts,
  draftOf,
  isSameDraft,
  LANGUAGES,
} from "./draft";
import { type Kept, useKeptDrafts } from "./use-kept-drafts";

interface EditorInput {
  articles: Articles;
  language: ArticleLanguage;
  timeZone: string;
  /** Shop and person: what one left unsaved in this tab is not shown to the next. */
  reader: string;
  /** A question that a new article answers, and what to begin with. */
  question?: { id: string } | undefined;
  firstTitle?: string | undefined;
}

type Fields = Record<string, string>;
type Outcome = { is: "saved"; article: ArticleDto } | { is: "refused" };

/** The state of an article in its three languages: what is stored, what is typed, what stands in the way of a save. */
export function useEditor(input: EditorInput) {
  const { articles, language: first, timeZone, reader, question, firstTitle } = input;
  const t = useTranslations("knowledge");
  const router = useRouter();
  const queries = useQueryClient();
  const [stored, setStored] = useState(articles);
  const [language, setLanguage] = useState(first);
  const [drafts, setDrafts] = useState<Drafts>(() => {
    const fresh = draftsOf(articles, timeZone);
    if (firstTitle) fresh[first] = { ...fresh[first], title: firstTitle };
    return fresh;
  });
  const [fields, setFields] = useState<Partial<Record<ArticleLanguage, Fields>>>({});
  const [theirs, setTheirs] = useState<Articles>({});
  const [typedOver, setTypedOver] = useState<Partial<Record<ArticleLanguage, number | undefined>>>({});
  const [wasBroughtBack, setBroughtBack] = useState(false);
  const [isSaving, setSaving] = useState(false);

  const any = LANGUAGES.map((each) => stored[each]).find(Boolean);
  const storedDraft = (each: ArticleLanguage) => draftOf(stored[each], any, timeZone);
  const isUnsaved = (each: ArticleLanguage) => {
    const draft = drafts[each];
    // What the page itself began with is nobody's work yet.
    const begun = each === first ? (firstTitle ?? "") : "";
    if (!stored[each]) return draft.body.trim() !== "" || draft.title.trim() !== begun;
    return !isSameDraft(draft, storedDraft(each));
  };
  const unsaved = LANGUAGES.filter(isUnsaved);

  const kept: Kept = Object.fromEntries(
    unsaved.map((each) => [
      each,
      { draft: drafts[each], version: typedOver[each] ?? stored[each]?.latestVersion ?? null },
    ]),
  );
  // As the page was opened: a new article gets its id with the first save.
  const [keptKey] = useState(`${reader}:${any ? any.id : `new:${question?.id ?? ""}`}`);
  useKeptDrafts(keptKey, kept, (found) => {
    const fitting = LANGUAGES.filter(
      (each) => found[each] && (found[each].version === null) === !stored[each],
    );
    if (fitting.length === 0) return;
    setDrafts((before) => ({
      ...before,
      ...Object.fromEntries(fitting.map((each) => [each, found[each]!.draft])),
    }));
    // The save must notice where somebody saved another version since.
    setTypedOver(Object.fromEntries(fitting.map((each) => [each, found[each]!.version ?? undefined])));
    setBroughtBack(true);
  });

  const change = (patch: Partial<Draft>) => {
    setDrafts((before) => ({ ...before, [language]: { ...before[language], ...patch } }));
    const touched = Object.keys(patch);
    setFields((before) => ({
      ...before,
      [language]: Object.fromEntries(
        Object.entries(before[language] ?? {}).filter(([path]) => !touched.includes(path.split(".")[0]!)),
      ),
    }));
  };

  /** Puts an answer of the server in the place of what was stored; what was typed since stays. */
  const accept = (article: ArticleDto, sent?: Draft) => {
    const { language: of } = article;
    setStored((before) => ({ ...before, [of]: article }));
    setDrafts((before) =>
      !sent || before[of] === sent ? { ...before, [of]: draftOf(article, undefined, timeZone) } : before,
    );
    setTheirs(({ [of]: _, ...others }) => others);
    setTypedOver(({ [of]: _, ...others }) => others);
    setFields(({ [of]: _, ...others }) => others);
    void queries.invalidateQueries({ queryKey: ["knowledge", "versions", article.id] });
  };

  const refuse = async (
    each: ArticleLanguage,
    error: Extract<ActionResult<ArticleDto>, { ok: false }>["error"] | null,
  ) => {
    setLanguage(each);
    const known = stored[each];
    if (error?.code === "conflict" && known) {
      const latest = await fetchJson<ArticleDto>(`/api/v1/knowledge/articles/${known.id}`).catch(() => null);
      if (latest) return setTheirs((before) => ({ ...before, [each]: latest }));
    }
    // What belongs to no field, such as a translation that somebody else has just written, is said by itself.
    const shown = error?.fields.filter(({ path }) => path.split(".")[0]! in drafts[each]) ?? [];
    if (shown.length > 0) {
      const byPath = Object.fromEntries(shown.map(({ path, message }) => [path, message]));
      return setFields((before) => ({ ...before, [each]: byPath }));
    }
    toast.error(error?.message ?? t("errors.network"), {
      description: error?.requestId ?? t("errors.networkRemedy"),
    });
  };

  const saveOne = async (
    each: ArticleLanguage,
    known: ArticleDto | undefined,
    sibling: ArticleDto | undefined,
    expectedVersion = typedOver[each] ?? known?.latestVersion,
  ): Promise<Outcome> => {
    const draft = drafts[each];
    const answer = await (known
      ? updateArticle({
          ...{ id: known.id, expectedVersion },
          ...changesOf(draft, draftOf(known, undefined, timeZone), timeZone),
        })
      : createArticle({
          ...{ language: each, ...contentOf(draft, timeZone) },
          ...(sibling ? { translationOf: sibling.id } : question ? { questionId: question.id } : {}),
        })
    ).catch(() => null);
    if (answer?.ok) {
      accept(answer.data, draft);
      return { is: "saved", article: answer.data };
    }
    await refuse(each, answer ? answer.error : null);
    return { is: "refused" };
  };

  /**
   * Saves every language with changes, the open one first.
   * @returns the open language's article as it is stored then; null where something was refused.
   */
  const save = async ({ quiet = false } = {}): Promise<ArticleDto | null> => {
    const wasNew = !any;
    const order = [...unsaved].sort((a, b) => Number(b === language) - Number(a === language));
    setSaving(true);
    const saved: ArticleDto[] = [];
    try {
      for (const each of order) {
        const outcome = await saveOne(each, stored[each], any ?? saved[0]);
        if (outcome.is === "refused") return null;
        saved.push(outcome.article);
      }
    } finally {
      setSaving(false);
    }
    setBroughtBack(false);
    if (!quiet && saved.length > 0)
      toast.success(
        saved.length > 1
          ? t("editor.savedAll", { count: saved.length })
          : t("editor.saved", { number: saved[0]!.latestVersion }),
      );
    if (wasNew && saved[0] && !quiet) router.replace(`/knowledge/${saved[0].id}`);
    return saved.find((article) => article.language === language) ?? stored[language] ?? null;
  };

  const discard = () => {
    const latest = { ...stored, ...theirs };
    setStored(latest);
    setDrafts(draftsOf(latest, timeZone));
    setFields({});
    setTheirs({});
    setTypedOver({});
    setBroughtBack(false);
  };

  /** Over somebody else's version: `mine` is saved as the next one, `theirs` takes the place of what was typed. */
  const settle = async (choice: "mine" | "theirs") => {
    const latest = theirs[language];
    if (!latest) return;
    if (choice === "theirs") return accept(latest);
    setSaving(true);
    const outcome = await saveOne(language, latest, undefined, latest.latestVersion);
    setSaving(false);
    if (outcome.is === "saved") toast.success(t("editor.saved", { number: outcome.article.latestVersion }));
  };

  /** After an act that changes what is found of an article, and nothing of its text. */
  const acceptState = ({ language: of, status, state, publishedVersion, updatedAt }: ArticleDto) =>
    setStored((before) => {
      const known = before[of];
      return known ? { ...before, [of]: { ...known, status, state, publishedVersion, updatedAt } } : before;
    });

  return {
    ...{
      stored,
      drafts,
      language,
      setLanguage,
      change,
      accept,
      acceptState,
      save,
      discard,
      settle,
      timeZone,
    },
    ...{ fields: fields[language] ?? {}, hasErrors: (each: ArticleLanguage) => hasAny(fields[each]) },
    ...{ unsaved, isSaving, wasBroughtBack, theirs: theirs[language], isNew: !any },
  };
}

export type Editor = ReturnType<typeof useEditor>;

function draftsOf(articles: Articles, timeZone: string): Drafts {
  const any = LANGUAGES.map((each) => articles[each]).find(Boolean);
  return Object.fromEntries(
    LANGUAGES.map((each) => [each, draftOf(articles[each], any, timeZone)]),
  ) as Drafts;
}

function hasAny(fields: Fields | undefined): boolean {
  return Object.keys(fields ?? {}).length > 0;
}
