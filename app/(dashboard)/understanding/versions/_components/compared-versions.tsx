import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { AppError } from "@/lib/core/errors";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { compareVersions } from "@/lib/service/understanding";
import type { HeadComparisonDto, HeadVersionDto } from "@/lib/service/understanding/schemas";
import { versionName } from "../_version-name";
import { ChangedIntents } from "./changed-intents";
import { LanguageScores } from "./language-scores";
import { ScoreTable } from "./score-table";

interface ComparedVersionsProps {
  ctx: PageContext;
  before: string;
  after: string;
  versions: readonly HeadVersionDto[];
}

/** Two versions on the texts that are held out today; takes the model a moment. */
export async function ComparedVersions({ ctx, before, after, versions }: ComparedVersionsProps) {
  const t = await getTranslations("understanding.versions");
  const nameOf = (id: string) =>
    versionName(t, versions.find((version) => version.id === id)?.number ?? null);
  if (before === after) return <Failed title={t("compareSame")} />;
  const result = await attempt(() => compareVersions(ctx, { before, after }));
  if (typeof result === "string") return <Failed title={t("compareFailed")} text={result} />;
  return (
    <Card className="mb-3.5" data-testid="compared">
      <CardHeader>
        <CardTitle>{t("compareTitle", { before: nameOf(before), after: nameOf(after) })}</CardTitle>
        <CardDescription>{t("compareNote", { count: result.heldOutTexts })}</CardDescription>
      </CardHeader>
      <CardContent className="grid gap-x-8 gap-y-3 lg:grid-cols-2">
        <div className="grid min-w-0 content-start gap-y-3">
          <ScoreTable ctx={ctx} comparison={result} before={nameOf(before)} after={nameOf(after)} />
          <LanguageScores ctx={ctx} comparison={result} />
        </div>
        <ChangedIntents ctx={ctx} comparison={result} limit={20} />
      </CardContent>
    </Card>
  );
}

/** What went wrong on purpose is said in place: the list below is still of use. */
async function attempt(run: () => Promise<HeadComparisonDto>): Promise<HeadComparisonDto | string> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

function Failed({ title, text }: { title: string; text?: string }) {
  return (
    <Alert tone="amber" className="mb-3.5">
      <AlertTitle>{title}</AlertTitle>
      {text ? <AlertDescription>{text}</AlertDescription> : null}
    </Alert>
  );
}
