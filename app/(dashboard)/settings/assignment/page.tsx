import type { Metadata } from "next";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getAssignment } from "@/lib/service/staffing";
import { AssignmentForm } from "../_components/assignment-form";
import { CapacityList } from "../_components/capacity-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tabs.assignment") };
}

export default async function AssignmentPage() {
  const ctx = await requirePageContext("conversations:read");
  const assignment = await getAssignment(ctx);
  return (
    <div className="grid gap-7">
      <AssignmentForm assignment={assignment} canWrite={can(ctx.actor, "settings:write")} />
      <CapacityList
        members={assignment.members}
        ownId={ctx.session.user.id}
        canManage={can(ctx.actor, "members:write")}
        canAnswer={can(ctx.actor, "conversations:write")}
      />
    </div>
  );
}
