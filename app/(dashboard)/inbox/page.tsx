import { inboxMetadata } from "./_inbox-metadata";
import { type InboxSearchParams, renderInbox } from "./_render-inbox";

export const generateMetadata = inboxMetadata;

export default function InboxPage({ searchParams }: { searchParams: InboxSearchParams }) {
  return renderInbox(searchParams, null);
}
