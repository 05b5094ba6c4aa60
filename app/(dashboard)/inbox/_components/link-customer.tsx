"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import { fetchJson } from "@/components/shell/fetch-json";
import { Button } from "@/components/ui/button";
import type { CustomerDto, SamePersonDto } from "@/lib/data/customers/schemas";
import type { ConversationSummaryDto, MatchingCustomersDto } from "@/lib/service/conversations/schemas";
import { nameOfCustomer } from "../../_shared/same-person/customer-search";
import { MatchLine } from "../../_shared/same-person/match-line";
import { tellContactApart } from "../_actions";
import { useInbox } from "../_live/inbox-context";
import { call, useActErrors } from "../_live/use-act-errors";
import { useLinkCustomer } from "../_live/use-link-customer";
import { ConfirmLink, LinkDialog } from "./link-dialogs";
import { Section } from "./panel-section";

const FRESH_MS = 60_000;

/** Who the unknown person may be, and why; an agent says whether it is them. */
export function LinkCustomer({ conversation }: { conversation: ConversationSummaryDto }) {
  const t = useTranslations("samePerson");
  const common = useTranslations("common");
  const client = useQueryClient();
  const errors = useActErrors();
  const { canLink } = useInbox();
  const { id } = conversation;
  const link = useLinkCustomer(id);
  const [asked, setAsked] = useState<{ id: string; name: string } | null>(null);
  const [isSearching, setSearching] = useState(false);
  const queryKey = ["conversations", "matching", id];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      fetchJson<MatchingCustomersDto>(`/api/v1/conversations/${id}/matching-customers`, signal),
    staleTime: FRESH_MS,
  });
  const found = query.data;
  if (!found || (!found.canLink && found.data.length === 0)) return null;
  const { contact, data } = found;
  const person = contact?.name ?? t("link.someone");
  const facts = [contact?.email, contact?.phone].filter(Boolean).join(" · ");
  const mayAct = canLink && found.canLink;

  const show = (matches: SamePersonDto[]) =>
    client.setQueryData<MatchingCustomersDto>(queryKey, (known) => known && { ...known, data: matches });
  const say = async (customerId: string, isDistinct: boolean) => {
    const result = await call(() => tellContactApart({ id, customerId, isDistinct }));
    if (!result.ok) errors.show(errors.word(result.error));
    return result.ok;
  };
  const apart = async (match: SamePersonDto) => {
    show(data.filter((one) => one !== match));
    if (!(await say(match.customer.id, true))) return show(data);
    showUndoToast({
      message: t("toldApart", { name: nameOfCustomer(match.customer) }),
      undoLabel: common("undo"),
      onUndo: () => {
        show(data);
        void say(match.customer.id, false);
      },
    });
  };
  const run = async (customer: { id: string; name: string }) => {
    if (!(await link.run(customer.id))) return;
    toast(t("link.done", { name: customer.name }));
    setAsked(null);
    setSearching(false);
  };
  return (
    <Section title={t("link.title")}>
      {facts ? (
        <p className="mb-2 break-words text-compact text-ink-2">{t("link.known", { facts })}</p>
      ) : null}
      {data.length > 0 ? (
        <ul className="mb-2 grid gap-3">
          {data.map((match) => (
            <MatchLine key={match.customer.id} match={match}>
              {(describedBy) =>
                mayAct ? (
                  <>
                    <Button
                      variant="outline"
                      size="sm"
                      aria-describedby={describedBy}
                      onClick={() =>
                        setAsked({ id: match.customer.id, name: nameOfCustomer(match.customer) })
                      }
                    >
                      {t("link.them")}
                    </Button>
                    <Button
                      variant="ghost"
                      size="sm"
                      aria-describedby={describedBy}
                      onClick={() => void apart(match)}
                    >
                      {t("apart")}
                    </Button>
                  </>
                ) : null
              }
            </MatchLine>
          ))}
        </ul>
      ) : null}
      {mayAct ? (
        <Button variant="outline" size="sm" onClick={() => setSearching(true)}>
          {t("link.open")}
        </Button>
      ) : null}
      <ConfirmLink
        person={person}
        customer={asked}
        pending={link.isPending}
        onCancel={() => setAsked(null)}
        onConfirm={(customer) => void run(customer)}
      />
      {isSearching ? (
        <LinkDialog
          person={person}
          pending={link.isPending}
          onClose={() => setSearching(false)}
          onLink={(customer: CustomerDto) => void run({ id: customer.id, name: nameOfCustomer(customer) })}
        />
      ) : null}
    </Section>
  );
}
