"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import type { ActionResult } from "@/lib/platform/http/action";
import type { InboxViewDto, ViewFilters } from "@/lib/service/inbox-views/schemas";
import * as actions from "../_acts-actions";
import { keys } from "./inbox-cache";
import { call, useActErrors } from "./use-act-errors";

type Change = Omit<Parameters<typeof actions.changeView>[0], "id">;

/** Saves, changes, shares, moves and deletes views; the list of views is read anew after each. */
export function useViewActs() {
  const t = useTranslations("deskActs.views");
  const client = useQueryClient();
  const errors = useActErrors();

  return useMemo(() => {
    /** What was refused with the name is said at the name; anything else in a toast. */
    const settle = async <Data>(run: () => Promise<ActionResult<Data>>) => {
      const result = await call(run);
      if (result.ok) return result;
      const named = result.error.fields.find(({ path }) => path === "name");
      if (!named && result.error.code === "conflict")
        errors.show({ cause: t("conflict"), remedy: t("conflictText"), requestId: "" });
      else if (!named) errors.show(errors.word(result.error));
      return result;
    };
    const keep = (view: InboxViewDto) =>
      client.setQueryData<InboxViewDto[]>(keys.views, (known = []) => [
        ...known.filter(({ id }) => id !== view.id),
        view,
      ]);
    const refresh = () => client.invalidateQueries({ queryKey: keys.views });

    return {
      async save(name: string, isPersonal: boolean, filters: ViewFilters) {
        const result = await settle(() => actions.saveView({ name, isPersonal, filters }));
        if (result.ok) {
          keep(result.data);
          toast.success(t("saved", { name: result.data.name }));
          void refresh();
        }
        return result;
      },
      async change(view: InboxViewDto, change: Change) {
        const result = await settle(() => actions.changeView({ id: view.id, ...change }));
        if (result.ok) {
          client.setQueryData<InboxViewDto[]>(keys.views, (known = []) =>
            known.map((each) => (each.id === view.id ? result.data : each)),
          );
          const { name } = result.data;
          const isMoved = change.isPersonal !== undefined;
          toast.success(
            isMoved ? t(change.isPersonal ? "unshared" : "shared", { name }) : t("saved", { name }),
          );
          await refresh();
        }
        return result;
      },
      async move(views: readonly InboxViewDto[], view: InboxViewDto, step: 1 | -1) {
        const { isPersonal } = view;
        const ids = views.filter((each) => each.isPersonal === isPersonal).map(({ id }) => id);
        const from = ids.indexOf(view.id);
        ids.splice(from, 1);
        ids.splice(from + step, 0, view.id);
        const result = await settle(() => actions.reorderViews({ isPersonal, ids }));
        if (result.ok) {
          client.setQueryData(keys.views, result.data.data);
          toast.success(t("moved", { name: view.name }));
        } else void refresh();
      },
      async remove(view: InboxViewDto) {
        const result = await settle(() => actions.removeView({ id: view.id }));
        if (result.ok) {
          client.setQueryData<InboxViewDto[]>(keys.views, (known = []) =>
            known.filter(({ id }) => id !== view.id),
          );
          toast.success(t("deleted", { name: view.name }));
        } else void refresh();
        return result.ok;
      },
    };
  }, [client, errors, t]);
}
