"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { Address, SectionProps } from "./draft";
import { Section } from "./section";

export interface CountryChoice {
  code: string;
  name: string;
}

interface AddressSectionProps extends SectionProps {
  countries: CountryChoice[];
  /** Of a new address. */
  country: string;
}

/** Where parcels come back to, and with whom. */
export function AddressSection({ draft, set, fields, countries, country }: AddressSectionProps) {
  const t = useTranslations("servicePolicy.address");
  const address = draft.returnAddress;
  return (
    <Section title={t("title")} text={address ? t("text") : t("missing")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t("carrier")}
          hint={t("carrierHint")}
          aside={t("optional")}
          error={fields.returnCarrier}
          className="sm:col-span-2 sm:max-w-72"
        >
          <Input
            maxLength={100}
            value={draft.returnCarrier ?? ""}
            onChange={(event) => set({ returnCarrier: event.target.value || null })}
          />
        </Field>
        {address ? (
          <AddressFields
            address={address}
            countries={countries}
            fields={fields}
            onChange={(change) => set({ returnAddress: { ...address, ...change } })}
          />
        ) : null}
      </div>
      <div className="mt-4">
        {address ? (
          <Button variant="outline" onClick={() => set({ returnAddress: null })}>
            <Trash2 aria-hidden />
            {t("remove")}
          </Button>
        ) : (
          <Button
            variant="outline"
            onClick={() => set({ returnAddress: { recipient: "", lines: [""], city: "", country } })}
          >
            <Plus aria-hidden />
            {t("set")}
          </Button>
        )}
      </div>
    </Section>
  );
}

interface AddressFieldsProps {
  address: Address;
  countries: CountryChoice[];
  fields: Record<string, string>;
  onChange: (change: Partial<Address>) => void;
}

function AddressFields({ address, countries, fields, onChange }: AddressFieldsProps) {
  const t = useTranslations("servicePolicy.address");
  const error = (field: string) => fields[`returnAddress.${field}`];
  const setLine = (at: number, line: string) => {
    const lines = [address.lines[0] ?? "", address.lines[1] ?? "", ...address.lines.slice(2)];
    lines[at] = line;
    onChange({ lines });
  };
  const optional = t("optional");
  return (
    <>
      <Field label={t("recipient")} error={error("recipient")} required>
        <Input
          maxLength={200}
          value={address.recipient}
          onChange={(event) => onChange({ recipient: event.target.value })}
        />
      </Field>
      <Field label={t("phone")} error={error("phone")} aside={optional}>
        <Input
          type="tel"
          maxLength={40}
          value={address.phone ?? ""}
          onChange={(event) => onChange({ phone: event.target.value })}
        />
      </Field>
      <Field label={t("line")} error={error("lines") ?? error("lines.0")} required>
        <Input
          maxLength={200}
          value={address.lines[0] ?? ""}
          onChange={(event) => setLine(0, event.target.value)}
        />
      </Field>
      <Field label={t("line2")} error={error("lines.1")} aside={optional}>
        <Input
          maxLength={200}
          value={address.lines[1] ?? ""}
          onChange={(event) => setLine(1, event.target.value)}
        />
      </Field>
      <Field label={t("city")} error={error("city")} required>
        <Input
          maxLength={100}
          value={address.city}
          onChange={(event) => onChange({ city: event.target.value })}
        />
      </Field>
      <Field label={t("region")} error={error("region")} aside={optional}>
        <Input
          maxLength={100}
          value={address.region ?? ""}
          onChange={(event) => onChange({ region: event.target.value })}
        />
      </Field>
      <Field label={t("postalCode")} error={error("postalCode")} aside={optional}>
        <Input
          maxLength={20}
          value={address.postalCode ?? ""}
          onChange={(event) => onChange({ postalCode: event.target.value })}
        />
      </Field>
      <Field label={t("country")} error={error("country")}>
        <NativeSelect value={address.country} onChange={(event) => onChange({ country: event.target.value })}>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </Field>
    </>
  );
}
