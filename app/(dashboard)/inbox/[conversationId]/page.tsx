import { inboxMetadata } from "../_inbox-metadata";
import { type InboxSearchParams, renderInbox } from "../_render-inbox";

interface ConversationPageProps {
  params: Promise<{ conversationId: string }>;
  searchParams: InboxSearchParams;
}

export const generateMetadata = inboxMetadata;

export default async function ConversationPage({ params, searchParams }: ConversationPageProps) {
  return renderInbox(searchParams, (await params).conversationId);
}
