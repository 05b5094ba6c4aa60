import { Messages } from "@/components/shell/messages";
import { can } from "@/lib/core/permissions";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { listAssignees } from "@/lib/service/conversations";
import { listIntents } from "@/lib/service/understanding";
import { InboxScreen } from "./_components/inbox-screen";
import { readLabel, readView } from "./_live/views";
import { readInbox } from "./_read-inbox";

export type InboxSearchParams = Promise<{
  view?: string | string[];
  q?: string | string[];
  label?: string | string[];
}>;

/** Both addresses, with and without an open conversation, draw the same screen. */
export async function renderInbox(searchParams: InboxSearchParams, conversationId: string | null) {
  const ctx = await requirePageContext("conversations:read");
  const { view, q, label } = await searchParams;
  const scope = {
    view: readView(one(view)),
    q: one(q)?.trim().slice(0, 200) ?? "",
    label: readLabel(one(label)),
  };
  const canWrite = can(ctx.actor, "conversations:write");
  const { user } = ctx.session;
  const [first, members, intents] = await Promise.all([
    readInbox(ctx, scope, conversationId),
    canWrite ? listAssignees(ctx) : [],
    can(ctx.actor, "understanding:read") ? listIntents(ctx, { includeArchived: true }) : null,
  ]);
  const inbox = {
    me: { id: user.id, name: user.name },
    locale: ctx.locale,
    timeZone: ctx.timeZone,
    serverNow: ctx.now().toISOString(),
    canWrite,
    canReadCustomers: can(ctx.actor, "customers:read"),
    canReadOrders: can(ctx.actor, "orders:read"),
    canTeach: can(ctx.actor, "understanding:write"),
    ownIntents: (intents?.data ?? []).map(({ id, name, archivedAt }) => ({ id, name, archivedAt })),
    members,
  };
  return (
    <Messages
      locale={ctx.locale}
      timeZone={ctx.timeZone}
      areas={["inbox", "inboxTools", "intents", "intentPicker"]}
    >
      <InboxScreen inbox={inbox} first={first} />
    </Messages>
  );
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
