"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { formatWrittenDate } from "@/components/format/format-written-date";
import type { AnalyzedTextsDto } from "@/lib/service/understanding/schemas";

type Entity = AnalyzedTextsDto["results"][number]["entities"][number];

/** What an entity is; of a measurement also what of. */
function useEntityName(): (entity: Entity) => string {
  const t = useTranslations("understanding.playground");
  return ({ type, measure }) => (measure ? t(`measure.${measure}`) : t(`entity.${type}`));
}

/** The text as it was read, with its entities named in place. */
export function MarkedText({
  text,
  entities,
  language,
}: {
  text: string;
  entities: readonly Entity[];
  language: string;
}) {
  const nameOf = useEntityName();
  const parts: { start: number; text: string; entity?: Entity }[] = [];
  let at = 0;
  for (const entity of entities) {
    if (entity.start > at) parts.push({ start: at, text: text.slice(at, entity.start) });
    parts.push({ start: entity.start, text: text.slice(entity.start, entity.end), entity });
    at = entity.end;
  }
  if (at < text.length) parts.push({ start: at, text: text.slice(at) });
  return (
    <p
      lang={language === "other" ? undefined : language}
      className="mt-2.5 max-h-60 overflow-y-auto whitespace-pre-wrap break-words rounded-md border bg-paper px-3 py-2 leading-7"
    >
      {parts.map((part) =>
        part.entity ? (
          <mark key={part.start} className="rounded-sm bg-blue-wash px-1 py-0.5 text-blue-ink">
            {part.text}
            <span className="ml-1 select-none text-micro opacity-80"> {nameOf(part.entity)}</span>
          </mark>
        ) : (
          <span key={part.start}>{part.text}</span>
        ),
      )}
    </p>
  );
}

/** The same in rows, with what each was normalised to and where it stands. */
export function EntityList({ text, entities }: { text: string; entities: readonly Entity[] }) {
  const t = useTranslations("understanding.playground");
  const locale = useLocale();
  const nameOf = useEntityName();
  if (entities.length === 0) return <span className="text-ink-3">{t("noEntities")}</span>;
  return (
    <ul className="divide-y">
      {entities.map((entity) => (
        <li key={entity.start} className="flex flex-wrap items-baseline gap-x-3 py-1 first:pt-0">
          <span className="w-32 shrink-0 text-ink-2">{nameOf(entity)}</span>
          {entity.products ? (
            <ProductNames products={entity.products} />
          ) : (
            <span className="break-words font-medium" title={entity.value}>
              {entity.type === "date" ? formatWrittenDate(entity.value, locale) : entity.value}
            </span>
          )}
          <span className="ml-auto text-ink-3 text-xs" title={text.slice(entity.start, entity.end)}>
            {t("offsets", { start: entity.start + 1, end: entity.end })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The one product that is meant, or all that can be. */
function ProductNames({ products }: { products: NonNullable<Entity["products"]> }) {
  const t = useTranslations("understanding.playground");
  return (
    <span className="min-w-0 flex-1">
      {products.length > 1 ? (
        <span className="block text-ink-3 text-xs">{t("oneOf", { count: products.length })}</span>
      ) : null}
      {products.map(({ id, name }) => (
        <Link
          key={id}
          href={`/products/${id}`}
          className="flex min-h-6 items-center break-words font-medium text-blue-ink hover:underline"
        >
          {name}
        </Link>
      ))}
    </span>
  );
}
