"use client";

import { Download, Ellipsis, Merge, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { usePageCommands } from "@/components/shell/commands-context";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { EraseDialog } from "./erase-dialog";
import { MergeDialog } from "./merge-dialog";

interface CustomerActionsProps {
  customer: { id: string; name: string };
  mayExport: boolean;
  mayMerge: boolean;
  mayErase: boolean;
}

/** What can be done with a record; nothing is offered that the reader may not do. */
export function CustomerActions({ customer, mayExport, mayMerge, mayErase }: CustomerActionsProps) {
  const t = useTranslations("customers");
  const common = useTranslations("common");
  const [open, setOpen] = useState<"erase" | "merge" | null>(null);
  const { id } = customer;
  usePageCommands(
    useMemo(
      () => [
        ...(mayExport ? [{ id: "export", label: t("actions.export"), run: () => download(id) }] : []),
        ...(mayMerge ? [{ id: "merge", label: t("actions.merge"), run: () => setOpen("merge") }] : []),
        ...(mayErase ? [{ id: "erase", label: t("actions.erase"), run: () => setOpen("erase") }] : []),
      ],
      [t, id, mayExport, mayMerge, mayErase],
    ),
  );
  const close = () => setOpen(null);
  return (
    <div className="flex gap-2">
      {mayExport ? (
        <Button asChild variant="outline">
          <a href={exportHref(id)} download={exportName(id)}>
            <Download aria-hidden />
            {t("actions.export")}
          </a>
        </Button>
      ) : null}
      {mayMerge || mayErase ? (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="outline" size="icon" aria-label={common("actions")}>
              <Ellipsis aria-hidden />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            {mayMerge ? (
              <DropdownMenuItem onSelect={() => setOpen("merge")}>
                <Merge aria-hidden />
                {t("actions.merge")}
              </DropdownMenuItem>
            ) : null}
            {mayMerge && mayErase ? <DropdownMenuSeparator /> : null}
            {mayErase ? (
              <DropdownMenuItem variant="destructive" onSelect={() => setOpen("erase")}>
                <Trash2 aria-hidden />
                {t("actions.erase")}
              </DropdownMenuItem>
            ) : null}
          </DropdownMenuContent>
        </DropdownMenu>
      ) : null}
      {mayMerge ? <MergeDialog customer={customer} open={open === "merge"} onClose={close} /> : null}
      {mayErase ? <EraseDialog customer={customer} open={open === "erase"} onClose={close} /> : null}
    </div>
  );
}

const exportHref = (id: string) => `/api/v1/customers/${id}/export`;
const exportName = (id: string) => `customer-${id}.json`;

function download(id: string): void {
  const link = document.createElement("a");
  link.href = exportHref(id);
  link.download = exportName(id);
  link.click();
}
