import { useTranslations } from "use-intl";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";

export function ImportHelp() {
  const t = useTranslations("knowledge.importer.help");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <ul className="grid gap-2 text-compact text-ink-2 leading-5">
          <li>{t("markdown")}</li>
          <li>{t("csv")}</li>
          <li>{t("again")}</li>
        </ul>
      </CardContent>
    </Card>
  );
}
