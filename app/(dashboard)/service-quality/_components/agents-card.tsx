import { formatDuration } from "@/components/format/format-duration";
import { formatNumber } from "@/components/format/format-number";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { ServiceQualityDto } from "@/lib/service/quality/schemas";

const COLUMNS = ["conversations", "messages", "firstResponse", "rating", "open"] as const;

interface AgentsCardProps {
  ctx: PageContext;
  agents: ServiceQualityDto["agents"];
  suggestions: ServiceQualityDto["suggestions"];
}

/** Who carries how much, and what they made of the replies that were suggested to them. */
export async function AgentsCard({ ctx, agents, suggestions }: AgentsCardProps) {
  const t = await getTranslations("quality.agents");
  const drafts = await getTranslations("suggestions");
  const { accepted, edited, rejected } = suggestions;
  const { locale } = ctx;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        {accepted + edited + rejected > 0 ? (
          <CardDescription>{drafts("quality", suggestions)}</CardDescription>
        ) : null}
      </CardHeader>
      {agents.length === 0 ? (
        <CardContent>
          <p className="text-compact text-ink-3">{t("empty")}</p>
        </CardContent>
      ) : (
        <Table label={t("title")}>
          <TableHeader>
            <TableRow>
              <TableHead>{t("name")}</TableHead>
              {COLUMNS.map((column) => (
                <TableHead key={column} className="text-right">
                  {t(column)}
                </TableHead>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {agents.map((agent) => (
              <TableRow key={agent.userId}>
                <TableHead scope="row" className="font-normal text-compact text-ink">
                  {agent.name}
                </TableHead>
                <TableCell className="text-right">{number(agent.conversations)}</TableCell>
                <TableCell className="text-right">{number(agent.messages)}</TableCell>
                <TableCell className="text-right">
                  {agent.firstResponseMedianSeconds === null
                    ? "—"
                    : formatDuration(agent.firstResponseMedianSeconds, locale)}
                </TableCell>
                <TableCell className="text-right">
                  {agent.ratingMean === null
                    ? "—"
                    : formatNumber(agent.ratingMean, locale, { fractionDigits: 1 })}
                </TableCell>
                <TableCell className="text-right">{number(agent.open)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}
