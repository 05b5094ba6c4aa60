import type { Metadata } from "next";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { listMembers } from "@/lib/platform/members";
import { AddMember } from "../_components/add-member";
import { MemberList } from "../_components/member-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tabs.members") };
}

export default async function MembersPage() {
  const ctx = await requirePageContext("members:read");
  const members = await listMembers(ctx);
  const canWrite = can(ctx.actor, "members:write");
  return (
    <div className="grid gap-4">
      {canWrite ? <AddMember /> : null}
      <MemberList members={members} ownId={ctx.session.user.id} canWrite={canWrite} />
    </div>
  );
}
