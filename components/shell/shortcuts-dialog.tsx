"use client";

import { useTranslations } from "use-intl";
import { Dialog, DialogContent, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { useCommands } from "./commands-context";

export function ShortcutsDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations("navigation.shortcuts");
  const common = useTranslations("common");
  const { pageCommands, shortcutsEnabled, setShortcutsEnabled } = useCommands();
  const here = pageCommands.filter((command) => command.keys);
  return (
    <Dialog {...props}>
      <DialogContent className="max-w-[420px]" closeLabel={common("close")} aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
        </DialogHeader>
        {here.length > 0 ? (
          <ShortcutList title={t("here")} rows={here.map(({ label, keys }) => ({ label, keys: keys! }))} />
        ) : null}
        <ShortcutList
          title={t("everywhere")}
          rows={[
            { label: t("palette"), keys: "⌘K" },
            { label: t("help"), keys: "?" },
          ]}
        />
        <div className="flex items-center justify-between border-t pt-3">
          <Label htmlFor="shortcuts-enabled">{t("enabled")}</Label>
          <Switch id="shortcuts-enabled" checked={shortcutsEnabled} onCheckedChange={setShortcutsEnabled} />
        </div>
      </DialogContent>
    </Dialog>
  );
}

function ShortcutList({ title, rows }: { title: string; rows: { label: string; keys: string }[] }) {
  return (
    <section>
      <h3 className="pb-1 font-medium text-ink-3 text-xs">{title}</h3>
      <dl>
        {rows.map(({ label, keys }) => (
          <div key={label} className="flex items-center justify-between py-1 text-compact">
            <dt>{label}</dt>
            <dd>
              <Kbd>{keys}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
