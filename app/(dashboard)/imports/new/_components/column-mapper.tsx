"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ImportPreviewDto } from "@/lib/data/imports/schemas";
import type { ColumnMap, KindFacts } from "./types";
import { useFieldName } from "./use-field-name";

interface ColumnMapperProps {
  facts: KindFacts;
  preview: ImportPreviewDto;
  map: ColumnMap;
  disabled: boolean;
  onChange: (map: ColumnMap) => void;
}

const SAMPLES = 3;
const OR = " / ";

/** For each of our fields, the file's column that fills it, and what stands there. Those without one wait below. */
export function ColumnMapper({ facts, preview, map, disabled, onChange }: ColumnMapperProps) {
  const t = useTranslations("imports");
  const nameOf = useFieldName(facts.kind);
  const [isOpen, setOpen] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const shown = facts.fields.filter(
    ({ name, required }) => isOpen || required || name in map.columns || touched.has(name),
  );
  const hidden = facts.fields.length - shown.length;
  const choose = (field: string, column: string) => {
    setTouched((before) => new Set(before).add(field));
    const { [field]: _, ...others } = map.columns;
    onChange({ ...map, columns: column ? { ...others, [field]: column.split(OR) } : others });
  };
  return (
    <>
      <Table label={t("map.title")}>
        <TableHeader>
          <TableRow>
            <TableHead className="w-1/4 min-w-32 pl-0">{t("map.field")}</TableHead>
            <TableHead className="w-1/3 min-w-44">{t("map.column")}</TableHead>
            <TableHead className="pr-0">{t("map.samples")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {shown.map(({ name, required }) => {
            const columns = [map.columns[name] ?? []].flat();
            const value = columns.join(OR);
            const known = preview.columns.includes(value) || value === "";
            const isMissing = required && value === "";
            const label = nameOf(name);
            return (
              <TableRow key={name}>
                <TableCell className="pl-0">
                  <span className="font-medium">{label}</span>
                  {required ? (
                    <span
                      className={isMissing ? "block text-cinnabar-ink text-xs" : "block text-ink-3 text-xs"}
                    >
                      {t("map.required")}
                    </span>
                  ) : null}
                </TableCell>
                <TableCell>
                  <NativeSelect
                    aria-label={t("map.columnOf", { field: label })}
                    aria-invalid={isMissing ? true : undefined}
                    disabled={disabled}
                    value={value}
                    onChange={(event) => choose(name, event.target.value)}
                  >
                    <option value="">{t("map.none")}</option>
                    {known ? null : <option value={value}>{value}</option>}
                    {preview.columns.map((column) => (
                      <option key={column} value={column}>
                        {column}
                      </option>
                    ))}
                  </NativeSelect>
                </TableCell>
                <TableCell className="max-w-0 pr-0 max-sm:max-w-40">
                  <span className="block truncate text-ink-3">{sample(preview, columns) || "—"}</span>
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
      {hidden > 0 ? (
        <Button variant="ghost" className="-ml-2.5 mt-1" onClick={() => setOpen(true)}>
          <ChevronDown aria-hidden />
          {t("map.more", { count: hidden })}
        </Button>
      ) : null}
    </>
  );
}

function sample(preview: ImportPreviewDto, columns: string[]): string {
  const places = columns.map((column) => preview.columns.indexOf(column)).filter((place) => place >= 0);
  const values = preview.rows.flatMap(({ values }) => {
    const place = places.find((candidate) => values[candidate]?.trim());
    return place === undefined ? [] : [values[place]!.trim()];
  });
  return [...new Set(values)].slice(0, SAMPLES).join(" · ");
}
