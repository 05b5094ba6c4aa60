import { Messages } from "@/components/shell/messages";
import { can } from "@/lib/core/permissions";
import { getBusinessHours } from "@/lib/data/business-hours";
import { toBusinessHours } from "@/lib/data/business-hours/schemas";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { listModelTasks } from "@/lib/platform/llm";
import { listAssignees } from "@/lib/service/conversations";
import { getAssignment } from "@/lib/service/staffing";
import { listIntents } from "@/lib/service/understanding";
import { InboxScreen } from "./_components/inbox-screen";
import { readInbox } from "./_read-inbox";

export type InboxSearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Both addresses, with and without an open conversation, draw the same screen. */
export async function renderInbox(searchParams: InboxSearchParams, conversationId: string | null) {
  const ctx = await requirePageContext("conversations:read");
  const params = Object.fromEntries(
    Object.entries(await searchParams).map(([name, value]) => [name, one(value)]),
  );
  const canWrite = can(ctx.actor, "conversations:write");
  const { user } = ctx.session;
  const [first, members, intents, assignment, hours, modelTasks] = await Promise.all([
    readInbox(ctx, params, conversationId),
    canWrite ? listAssignees(ctx) : [],
    can(ctx.actor, "understanding:read") ? listIntents(ctx, { includeArchived: true }) : null,
    canWrite ? getAssignment(ctx) : null,
    canWrite ? getBusinessHours(ctx) : null,
    canWrite ? listModelTasks(ctx) : [],
  ]);
  const inbox = {
    me: { id: user.id, name: user.name },
    locale: ctx.locale,
    timeZone: ctx.timeZone,
    serverNow: ctx.now().toISOString(),
    canWrite,
    canReadCustomers: can(ctx.actor, "customers:read"),
    canReadOrders: can(ctx.actor, "orders:read"),
    canLink: canWrite && can(ctx.actor, "customers:write"),
    canTeach: can(ctx.actor, "understanding:write"),
    canShare: can(ctx.actor, "knowledge:write"),
    canDraft: can(ctx.actor, "knowledge:write"),
    canReadArticles: can(ctx.actor, "knowledge:read"),
    modelTasks,
    ownIntents: (intents?.data ?? []).map(({ id, name, archivedAt }) => ({ id, name, archivedAt })),
    hours: hours?.isSet ? toBusinessHours(hours) : null,
    isAvailable:
      assignment && assignment.mode !== "off"
        ? (assignment.members.find(({ userId }) => userId === user.id)?.isAvailable ?? null)
        : null,
    members,
  };
  return (
    <Messages
      locale={ctx.locale}
      timeZone={ctx.timeZone}
      areas={[
        "inbox",
        "inboxTools",
        "deskActs",
        "attachments",
        "staffing",
        "handoff",
        "suggestions",
        "preview",
        "samePerson",
        "intents",
        "intentPicker",
        "languageModel",
      ]}
    >
      <InboxScreen inbox={inbox} first={first} />
    </Messages>
  );
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
