"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { CopyField } from "@/components/forms/copy-field";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import type { WidgetKeyDto } from "@/lib/platform/shop/schemas";
import {
  revealWidgetSecret,
  revokeWidgetKey,
  setAllowedOrigins,
  setMaskPersonalData,
  setUnderstandInBrowser,
} from "../_actions";

export function WidgetKeyCard({ widgetKey, scriptUrl }: { widgetKey: WidgetKeyDto; scriptUrl: string }) {
  const t = useTranslations("settings.widget");
  const common = useTranslations("common");
  const [secret, setSecret] = useState<string | null>(null);
  const [isEnding, setEnding] = useState(false);
  const reveal = useAction(revealWidgetSecret, { onSuccess: setSecret });
  const revoke = useAction(revokeWidgetKey, { onSuccess: () => setEnding(false) });
  const origins = useAction(setAllowedOrigins, { onSuccess: () => toast.success(common("saved")) });
  const masking = useAction(setMaskPersonalData, { onSuccess: () => toast.success(common("saved")) });
  const understanding = useAction(setUnderstandInBrowser, {
    onSuccess: () => toast.success(common("saved")),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("origins"));
    const allowedOrigins = text.split(/\s+/).filter(Boolean);
    origins.run({ id: widgetKey.id, allowedOrigins });
  };
  return (
    <Card className="grid gap-4 p-4">
      <section className="grid gap-1.5">
        <h2 className="font-medium text-compact">{t("embed")}</h2>
        <p className="text-ink-3 text-xs">{t("embedText")}</p>
        <CopyField
          value={`<script src="${scriptUrl}" data-key="${widgetKey.key}" async></script>`}
          label={t("embed")}
        />
      </section>
      <form onSubmit={submit} className="grid gap-2">
        <Field label={t("origins")} hint={t("originsHint")} error={Object.values(origins.fields)[0]}>
          <Textarea
            name="origins"
            rows={3}
            spellCheck={false}
            className="font-mono text-xs"
            placeholder="https://shop.example"
            defaultValue={widgetKey.allowedOrigins.join("\n")}
          />
        </Field>
        <div>
          <Button type="submit" variant="outline" loading={origins.isPending}>
            {common("save")}
          </Button>
        </div>
      </form>
      <Field label={t("masking")} hint={t("maskingText")}>
        {(control) => (
          <Switch
            {...control}
            checked={widgetKey.maskPersonalData}
            onCheckedChange={(maskPersonalData) => masking.run({ id: widgetKey.id, maskPersonalData })}
          />
        )}
      </Field>
      <Field label={t("understanding")} hint={t("understandingText")}>
        {(control) => (
          <Switch
            {...control}
            checked={widgetKey.understandInBrowser}
            onCheckedChange={(understandInBrowser) =>
              understanding.run({ id: widgetKey.id, understandInBrowser })
            }
          />
        )}
      </Field>
      <section className="grid gap-1.5">
        <h2 className="font-medium text-compact">{t("secret")}</h2>
        <p className="text-ink-3 text-xs">{t("secretText")}</p>
        {secret ? (
          <CopyField value={secret} label={t("secret")} />
        ) : (
          <div>
            <Button
              variant="outline"
              loading={reveal.isPending}
              onClick={() => reveal.run({ id: widgetKey.id })}
            >
              {t("reveal")}
            </Button>
          </div>
        )}
      </section>
      <div className="border-t pt-3">
        <Button variant="ghost" onClick={() => setEnding(true)}>
          {t("revoke")}
        </Button>
      </div>
      <ConfirmDialog
        open={isEnding}
        onOpenChange={setEnding}
        title={t("revokeTitle", { key: widgetKey.key })}
        description={t("revokeText")}
        labels={{ cancel: common("cancel"), confirm: t("revoke") }}
        pending={revoke.isPending}
        onConfirm={() => revoke.run({ id: widgetKey.id })}
      />
    </Card>
  );
}
