"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { ImportPreviewDto } from "@/lib/data/imports/schemas";
import type { Choice, ColumnMap, KindFacts } from "./types";

interface ReadingOptionsProps {
  facts: KindFacts;
  preview: ImportPreviewDto;
  choice: Choice;
  map: ColumnMap;
  disabled: boolean;
  onChoose: (choice: Choice) => void;
}

const DATE_FORMATS = ["ymd", "dmy", "mdy"] as const;
const STATUSES = ["pending", "paid", "shipped", "delivered", "cancelled", "returned"] as const;
const LANGUAGES = ["zh", "en", "es"] as const;

/** The layout of the file as a whole, and how its numbers, dates and names are to be read. */
export function ReadingOptions({ facts, preview, choice, map, disabled, onChoose }: ReadingOptionsProps) {
  const t = useTranslations("imports");
  const { kind, presets } = facts;
  const layout =
    choice.by === "hand" ? "hand" : choice.by === "preset" ? choice.id : (preview.preset ?? "header");
  const change = (changes: Partial<ColumnMap>) => onChoose({ by: "hand", map: { ...map, ...changes } });
  const isOrders = kind === "orders";
  const hasOneName = kind === "products" ? "name" in map.columns : isOrders && "productName" in map.columns;
  return (
    <div className="mb-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Field label={t("layout.label")}>
        <NativeSelect
          disabled={disabled}
          value={layout}
          onChange={({ target: { value } }) =>
            onChoose(
              value === "header" ? { by: "header" } : value === "hand" ? choice : { by: "preset", id: value },
            )
          }
        >
          <option value="header" disabled={preview.preset !== null && choice.by === "header"}>
            {t("layout.header")}
          </option>
          {presets.map(({ id, name }) => (
            <option key={id} value={id}>
              {id.startsWith("zhanggui-") ? t("layout.own") : name}
            </option>
          ))}
          {layout === "hand" ? <option value="hand">{t("layout.hand")}</option> : null}
        </NativeSelect>
      </Field>
      {kind === "customers" ? null : (
        <Field label={t("decimal.label")}>
          <NativeSelect
            disabled={disabled}
            value={map.decimal}
            onChange={({ target }) => change({ decimal: target.value as ColumnMap["decimal"] })}
          >
            <option value=".">1,234.56</option>
            <option value=",">1.234,56</option>
          </NativeSelect>
        </Field>
      )}
      {isOrders ? (
        <Field label={t("dateFormat.label")}>
          <NativeSelect
            disabled={disabled}
            value={map.dateFormat}
            onChange={({ target }) => change({ dateFormat: target.value as ColumnMap["dateFormat"] })}
          >
            {DATE_FORMATS.map((format) => (
              <option key={format} value={format}>
                {t(`dateFormat.${format}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      ) : null}
      {isOrders && !("status" in map.columns) ? (
        <Field label={t("defaultStatus.label")}>
          <NativeSelect
            disabled={disabled}
            value={map.defaultStatus ?? ""}
            onChange={({ target }) =>
              change({ defaultStatus: (target.value || undefined) as ColumnMap["defaultStatus"] })
            }
          >
            <option value="">{t("defaultStatus.usual")}</option>
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {t(`defaultStatus.${status}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      ) : null}
      {hasOneName ? (
        <Field label={t("nameLocale.label")}>
          <NativeSelect
            disabled={disabled}
            value={map.nameLocale ?? ""}
            onChange={({ target }) =>
              change({ nameLocale: (target.value || undefined) as ColumnMap["nameLocale"] })
            }
          >
            <option value="">{t("nameLocale.shop")}</option>
            {LANGUAGES.map((language) => (
              <option key={language} value={language}>
                {t(`nameLocale.${language}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      ) : null}
    </div>
  );
}
