import type { ReactNode } from "react";
import { LinkTabs } from "@/components/shell/link-tabs";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const ctx = await requirePageContext();
  const t = await getTranslations("settings");
  const model = await getTranslations("languageModel");
  const tabs = [
    { href: "/settings", label: t("tabs.shop"), isAllowed: true },
    {
      href: "/settings/service-policy",
      label: t("tabs.servicePolicy"),
      isAllowed: can(ctx.actor, "orders:read"),
    },
    { href: "/settings/members", label: t("tabs.members"), isAllowed: can(ctx.actor, "members:read") },
    {
      href: "/settings/escalation",
      label: t("tabs.escalation"),
      isAllowed: can(ctx.actor, "conversations:read"),
    },
    {
      href: "/settings/business-hours",
      label: t("tabs.businessHours"),
      isAllowed: can(ctx.actor, "conversations:read"),
    },
    {
      href: "/settings/service-levels",
      label: t("tabs.serviceLevels"),
      isAllowed: can(ctx.actor, "conversations:read"),
    },
    {
      href: "/settings/assignment",
      label: t("tabs.assignment"),
      isAllowed: can(ctx.actor, "conversations:read"),
    },
    {
      href: "/settings/canned-replies",
      label: t("tabs.cannedReplies"),
      isAllowed: can(ctx.actor, "conversations:write"),
    },
    { href: "/settings/macros", label: t("tabs.macros"), isAllowed: can(ctx.actor, "conversations:write") },
    { href: "/settings/labels", label: t("tabs.labels"), isAllowed: can(ctx.actor, "conversations:write") },
    { href: "/settings/widget", label: t("tabs.widget"), isAllowed: can(ctx.actor, "settings:write") },
    { href: "/settings/channels", label: t("tabs.channels"), isAllowed: can(ctx.actor, "settings:write") },
    { href: "/settings/language-model", label: model("title"), isAllowed: can(ctx.actor, "settings:write") },
    { href: "/settings/api-keys", label: t("tabs.apiKeys"), isAllowed: can(ctx.actor, "api-keys:read") },
    { href: "/settings/audit-log", label: t("tabs.auditLog"), isAllowed: can(ctx.actor, "audit-log:read") },
    { href: "/settings/account", label: t("tabs.account"), isAllowed: true },
  ];
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead", { shop: ctx.session.active.merchantName })} />
      <LinkTabs label={t("title")} tabs={tabs.filter((tab) => tab.isAllowed)} />
      <Messages
        locale={ctx.locale}
        timeZone={ctx.timeZone}
        areas={["settings", "staffing", "channels", "navigation", "inboxTools", "deskActs", "languageModel"]}
      >
        <div className="pt-5">{children}</div>
      </Messages>
    </Page>
  );
}
