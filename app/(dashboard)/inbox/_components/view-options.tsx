"use client";

import { ArrowDown, ArrowUp, BookmarkPlus, Ellipsis, Lock, Pencil, Trash2, Users } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { InboxViewDto } from "@/lib/service/inbox-views/schemas";
import { useInbox } from "../_live/inbox-context";
import { useViewActs } from "../_live/use-view-acts";
import { SaveViewDialog } from "./save-view-dialog";

interface ViewOptionsProps {
  view: InboxViewDto;
  views: readonly InboxViewDto[];
  canChange: boolean;
  onSaveAs: () => void;
  onGone: () => void;
}

/** What can be done with the saved view that is open. */
export function ViewOptions({ view, views, canChange, onSaveAs, onGone }: ViewOptionsProps) {
  const t = useTranslations("deskActs.views");
  const common = useTranslations("common");
  const { canShare } = useInbox();
  const { change, move, remove } = useViewActs();
  const [isNaming, setNaming] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [isPending, setPending] = useState(false);
  const list = views.filter(({ isPersonal }) => isPersonal === view.isPersonal);
  const place = list.findIndex(({ id }) => id === view.id);
  const confirm = async () => {
    setPending(true);
    const isGone = await remove(view);
    setPending(false);
    setLeaving(false);
    if (isGone) onGone();
  };
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("more", { name: view.name })}
            title={t("more", { name: view.name })}
            className="size-7"
          >
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end" className="w-56">
          <DropdownMenuItem onSelect={onSaveAs}>
            <BookmarkPlus aria-hidden />
            {t("saveAs")}
          </DropdownMenuItem>
          {canChange ? (
            <>
              <DropdownMenuItem onSelect={() => setNaming(true)}>
                <Pencil aria-hidden />
                {t("rename")}
              </DropdownMenuItem>
              {canShare ? (
                <DropdownMenuItem onSelect={() => void change(view, { isPersonal: !view.isPersonal })}>
                  {view.isPersonal ? <Users aria-hidden /> : <Lock aria-hidden />}
                  {view.isPersonal ? t("share") : t("unshare")}
                </DropdownMenuItem>
              ) : null}
              <DropdownMenuItem disabled={place <= 0} onSelect={() => void move(views, view, -1)}>
                <ArrowUp aria-hidden />
                {t("up")}
              </DropdownMenuItem>
              <DropdownMenuItem
                disabled={place === list.length - 1}
                onSelect={() => void move(views, view, 1)}
              >
                <ArrowDown aria-hidden />
                {t("down")}
              </DropdownMenuItem>
              <DropdownMenuSeparator />
              <DropdownMenuItem variant="destructive" onSelect={() => setLeaving(true)}>
                <Trash2 aria-hidden />
                {t("delete")}
              </DropdownMenuItem>
            </>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      <SaveViewDialog
        open={isNaming}
        onOpenChange={setNaming}
        view={view}
        filters={view.filters}
        onSaved={() => setNaming(false)}
      />
      <ConfirmDialog
        open={isLeaving}
        onOpenChange={setLeaving}
        title={t("deleteTitle", { name: view.name })}
        description={t("deleteText", { isShared: String(!view.isPersonal) })}
        labels={{ cancel: common("cancel"), confirm: t("delete") }}
        pending={isPending}
        onConfirm={() => void confirm()}
      />
    </>
  );
}
