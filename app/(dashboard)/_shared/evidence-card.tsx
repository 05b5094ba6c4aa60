import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import type { EvidenceDto } from "@/lib/data/after-sales/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";

const SIDE = 112;

/** What a customer sent about it, each to be opened large; nothing for those who may not read conversations. */
export async function EvidenceCard({
  evidence,
  ctx,
}: {
  evidence: readonly EvidenceDto[];
  ctx: PageContext;
}) {
  if (evidence.length === 0 || !can(ctx.actor, "conversations:read")) return null;
  const t = await getTranslations("attachments");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("evidence")}</CardTitle>
      </CardHeader>
      <CardContent>
        <ul className="flex flex-wrap gap-2">
          {evidence.map(({ id, kind, url, fileName }) => (
            <li key={id}>
              <a
                href={url}
                target="_blank"
                rel="noopener"
                aria-label={t("open", { name: fileName })}
                className="block overflow-hidden rounded-md border bg-chip"
              >
                {kind === "image" ? (
                  // biome-ignore lint/performance/noImgElement: who may see it is decided at its address
                  <img
                    src={url}
                    alt={t("alt", { name: fileName })}
                    width={SIDE}
                    height={SIDE}
                    loading="lazy"
                    className="size-28 object-cover"
                  />
                ) : (
                  <span className="grid size-28 place-items-center break-all p-2 text-center text-xs">
                    {fileName}
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}
