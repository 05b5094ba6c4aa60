import type { ReactNode } from "react";
import { LinkTabs } from "@/components/shell/link-tabs";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";

interface UnderstandingPageProps {
  ctx: PageContext;
  /** One sentence: what is so, and what to do. */
  lead: ReactNode;
  action?: ReactNode;
  toolbar?: ReactNode;
  /** What stands below the tab, with its own title: an intent, for one. */
  crumb?: { label: string; parent: { label: string; href: string } };
  children: ReactNode;
}

/** What the five pages of Understanding share: title, sentence, tabs, words. */
export async function UnderstandingPage(props: UnderstandingPageProps) {
  const { ctx, lead, action, toolbar, crumb, children } = props;
  const t = await getTranslations("understanding");
  const mayAnalyze = can(ctx.actor, "understanding:use");
  const tabs = [
    { href: "/understanding", label: t("tabs.overview"), isAllowed: true },
    { href: "/understanding/playground", label: t("tabs.playground"), isAllowed: mayAnalyze },
    { href: "/understanding/review", label: t("tabs.review"), isAllowed: true },
    { href: "/understanding/intents", label: t("tabs.intents"), isAllowed: true, deep: true },
    { href: "/understanding/versions", label: t("tabs.versions"), isAllowed: true },
  ];
  const crumbs = crumb
    ? [{ label: t("title"), href: "/understanding" }, crumb.parent, { label: crumb.label }]
    : [{ label: t("title") }];
  return (
    <Page crumbs={crumbs} toolbar={toolbar}>
      <PageTitle title={crumb?.label ?? t("title")} lead={lead} action={action} />
      <LinkTabs label={t("tabs.label")} tabs={tabs.filter(({ isAllowed }) => isAllowed)} />
      <Messages
        locale={ctx.locale}
        timeZone={ctx.timeZone}
        areas={["understanding", "intents", "intentPicker"]}
      >
        <div className="pt-4">{children}</div>
      </Messages>
    </Page>
  );
}
