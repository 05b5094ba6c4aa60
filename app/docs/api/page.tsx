import type { Metadata } from "next";
import Link from "next/link";
import { routeDefinitions } from "@/app/api/v1/_manifest";
import { env } from "@/lib/core/env";
import { ERROR_STATUS } from "@/lib/core/errors";
import { getTranslations } from "@/lib/platform/http/locale";
import { type OpenApiOperation, toOpenApi } from "@/lib/platform/http/openapi";
import { Operation } from "./_components/operation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("apiDocs");
  return { title: t("title") };
}

interface Listed {
  method: string;
  path: string;
  operation: OpenApiOperation;
}

/** The contract, for people: drawn from the same document that programs read. */
export default async function ApiDocsPage() {
  const t = await getTranslations("apiDocs");
  const document = toOpenApi(routeDefinitions(), env().ZHANGGUI_URL);
  const groups = groupByTag(document.paths);
  return (
    <div className="mx-auto grid max-w-[1100px] gap-10 px-4 py-8 md:grid-cols-[200px_minmax(0,1fr)] md:px-7">
      <nav aria-label={t("contents")} className="text-compact max-md:hidden">
        <div className="sticky top-8 grid gap-1">
          <Link href="/" className="mb-4 flex items-center gap-2 font-semibold">
            <span
              aria-hidden
              lang="zh"
              className="grid size-6 place-items-center rounded-sm bg-seal font-bold font-seal text-sm text-white"
            >
              掌
            </span>
            Zhanggui
          </Link>
          {[...groups.keys()].map((tag) => (
            <a key={tag} href={`#${anchor(tag)}`} className="rounded-sm py-0.5 text-ink-2 hover:text-ink">
              {tag}
            </a>
          ))}
          <a href="#errors" className="rounded-sm py-0.5 text-ink-2 hover:text-ink">
            {t("errors")}
          </a>
        </div>
      </nav>
      <main className="min-w-0">
        <h1 className="text-title">{t("title")}</h1>
        <p className="mt-1 max-w-prose text-ink-2">{t("lead")}</p>
        <p className="mt-3 text-compact">
          <code className="rounded-sm bg-chip px-1.5 py-0.5 font-mono text-xs">
            {document.servers[0]?.url}
          </code>{" "}
          <a href="/api/v1/openapi.json" className="text-blue-ink underline underline-offset-4">
            openapi.json
          </a>
        </p>
        <pre className="mt-3 overflow-x-auto rounded-lg border bg-surface p-3 font-mono text-xs">
          {`curl -H "Authorization: Bearer $KEY" ${document.servers[0]?.url}/orders?limit=5`}
        </pre>
        {[...groups].map(([tag, operations]) => (
          <section key={tag} aria-labelledby={anchor(tag)} className="mt-9">
            <h2 id={anchor(tag)} className="border-b pb-2 font-semibold text-base">
              {tag}
            </h2>
            {operations.map(({ method, path, operation }) => (
              <Operation
                key={operation.operationId}
                method={method}
                path={path}
                operation={operation}
                labels={{
                  scope: t("scope"),
                  parameters: t("parameters"),
                  body: t("body"),
                  answer: t("answer"),
                  required: t("required"),
                }}
              />
            ))}
          </section>
        ))}
        <section aria-labelledby="errors" className="mt-9">
          <h2 id="errors" className="border-b pb-2 font-semibold text-base">
            {t("errors")}
          </h2>
          <p className="my-3 text-compact text-ink-2">{t("errorsLead")}</p>
          <dl className="grid gap-1 text-compact">
            {Object.entries(ERROR_STATUS).map(([code, status]) => (
              <div key={code} id={code} className="flex gap-3">
                <dt className="w-10 text-ink-3">{status}</dt>
                <dd>
                  <code className="font-mono text-xs">{code}</code>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="schemas" className="mt-9">
          <h2 id="schemas" className="border-b pb-2 font-semibold text-base">
            {t("schemas")}
          </h2>
          {Object.entries(document.components.schemas).map(([name, schema]) => (
            <details key={name} id={`schema-${name}`} className="border-b py-2">
              <summary className="font-medium text-compact">{name}</summary>
              <pre className="mt-2 overflow-x-auto rounded-md bg-chip p-3 font-mono text-xs">
                {JSON.stringify(schema, null, 2)}
              </pre>
            </details>
          ))}
        </section>
      </main>
    </div>
  );
}

function groupByTag(paths: Record<string, Record<string, OpenApiOperation>>): Map<string, Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0] ?? "Other";
      groups.set(tag, [...(groups.get(tag) ?? []), { method, path, operation }]);
    }
  }
  return groups;
}

function anchor(tag: string): string {
  return tag.toLowerCase().replace(/\W+/g, "-");
}
