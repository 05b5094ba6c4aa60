import { splitPassages } from "@/lib/intelligence/retrieval";
import { nearDuplicateKey } from "@/lib/intelligence/text";
import { ARTICLES } from "./articles";
import { DAY_MS } from "./calendar";
import type { CopyValue } from "./copy-rows";
import { IdFactory, Random } from "./random";
import { iso, type Load } from "./rows";
import type { DemoShop } from "./shop";

/** No model has read the passages yet: the first search does. */
const UNREAD = "unread";
const NOTHING = "\\x";

interface Row {
  id: string;
  groupId: string;
  language: string;
  title: string;
  body: string;
  tags: readonly string[];
  audience: string;
  madeAt: string;
}

/** The knowledge base of the demo shop, published. */
export function articleLoads({ anchorMs }: DemoShop, merchantId: string): Load[] {
  const ids = new IdFactory(new Random("harbour-and-pine/articles"));
  const articles = [...listArticles(ids, anchorMs)];
  const load = (table: string, columns: string, rows: Iterable<readonly CopyValue[]>): Load => ({
    table,
    columns: columns.split(" "),
    rows,
  });
  return [
    load(
      "knowledge_articles",
      "merchant_id id translation_group_id language title_key status latest_version published_version created_at updated_at",
      articles.map(({ id, groupId, language, title, madeAt }) => [
        ...[merchantId, id, groupId, language, nearDuplicateKey(title), "published", 1, 1, madeAt, madeAt],
      ]),
    ),
    load(
      "knowledge_article_versions",
      "merchant_id article_id number title body tags audience author_name created_at",
      articles.map(({ id, title, body, tags, audience, madeAt }): CopyValue[] => [
        ...[merchantId, id, 1, title, body, tags, audience, "Harbour & Pine", madeAt],
      ]),
    ),
    load(
      "knowledge_passages",
      "merchant_id id article_id ordinal kind heading text terms model embedding intents",
      articles.flatMap(({ id, title, body }) =>
        [{ heading: "", text: title }, ...splitPassages(body)].map(
          ({ heading, text }, ordinal): CopyValue[] => [
            ...[merchantId, ids.at(anchorMs), id, ordinal, ordinal === 0 ? "title" : "body", heading, text],
            ...[[] as string[], UNREAD, NOTHING, NOTHING],
          ],
        ),
      ),
    ),
  ];
}

function* listArticles(ids: IdFactory, anchorMs: number): Generator<Row> {
  for (const [at, { words, ...article }] of ARTICLES.entries()) {
    const madeMs = anchorMs - (40 + at) * DAY_MS;
    let groupId: string | null = null;
    for (const [language, [title, body]] of Object.entries(words)) {
      const id = ids.at(madeMs);
      groupId ??= id;
      yield { id, groupId, language, title, body, ...article, madeAt: iso(madeMs) };
    }
  }
}
