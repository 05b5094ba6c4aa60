import Link from "next/link";
import { StatusDot } from "@/components/feedback/status-dot";
import { DateTime } from "@/components/format/date-time";
import type { BadgeTone } from "@/components/ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { listConversations } from "@/lib/service/conversations";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";

const SHOWN = 5;
const tones: Record<ConversationSummaryDto["status"], BadgeTone> = {
  open: "blue",
  snoozed: "amber",
  resolved: "jade",
};

/** The latest conversations with this customer; each opens in the inbox. */
export async function Conversations({ ctx, customerId }: { ctx: PageContext; customerId: string }) {
  const [t, conversations] = await Promise.all([
    getTranslations("customers"),
    listConversations(ctx, { customerId, limit: SHOWN }),
  ]);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("conversations.title")}</CardTitle>
      </CardHeader>
      <CardContent>
        {conversations.data.length === 0 ? (
          <p className="text-compact text-ink-3">{t("conversations.empty")}</p>
        ) : (
          <ul className="-mx-1">
            {conversations.data.map((conversation) => (
              <li key={conversation.id}>
                <Link
                  href={`/inbox/${conversation.id}`}
                  className="block rounded-sm px-1 py-1.5 hover:bg-hover"
                >
                  <span className="line-clamp-2 text-compact">{conversation.lastMessage.preview || "…"}</span>
                  <span className="flex items-center justify-between gap-3 text-ink-3 text-xs">
                    <StatusDot tone={tones[conversation.status]}>
                      {t(`conversations.${conversation.status}`)}
                    </StatusDot>
                    <DateTime
                      value={conversation.lastMessage.createdAt}
                      locale={ctx.locale}
                      timeZone={ctx.timeZone}
                      display="date"
                    />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </CardContent>
    </Card>
  );
}
