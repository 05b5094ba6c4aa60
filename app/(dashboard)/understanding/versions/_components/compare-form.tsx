import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { NativeSelect } from "@/components/ui/native-select";
import { getTranslations } from "@/lib/platform/http/locale";
import { type HeadVersionDto, SHIPPED } from "@/lib/service/understanding/schemas";

interface CompareFormProps {
  path: string;
  versions: readonly HeadVersionDto[];
  before: string | undefined;
  after: string | undefined;
}

/** A plain form: the two versions stand in the address. */
export async function CompareForm({ path, versions, before, after }: CompareFormProps) {
  const t = await getTranslations("understanding.versions");
  const options = [
    ...versions
      .filter(({ isCompatible }) => isCompatible)
      .map(({ id, number }) => ({ id, label: t("version", { number }) })),
    { id: SHIPPED, label: t("shipped") },
  ];
  const select = (name: "before" | "after", label: string, value: string) => (
    <span className="flex items-center gap-2 text-compact">
      <label htmlFor={`compare-${name}`} className="text-ink-3">
        {label}
      </label>
      <NativeSelect id={`compare-${name}`} name={name} defaultValue={value} className="w-auto">
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </NativeSelect>
    </span>
  );
  return (
    <Card className="mb-3.5 px-4 py-2.5">
      <form action={path} className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="mr-auto font-semibold text-sm">{t("compare")}</h2>
        {select("before", t("compareBefore"), before ?? SHIPPED)}
        {select("after", t("compareAfter"), after ?? options[0]!.id)}
        <Button type="submit" variant="outline">
          {t("compareShow")}
        </Button>
      </form>
    </Card>
  );
}
