import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import {
  Breadcrumb,
  BreadcrumbItem,
  BreadcrumbLink,
  BreadcrumbList,
  BreadcrumbPage,
  BreadcrumbSeparator,
} from "@/components/ui/breadcrumb";

interface PageProps {
  /** The way here; the last one is this page. */
  crumbs: { label: string; href?: string }[];
  /** What applies to the whole page: its period, its time zone. */
  toolbar?: ReactNode;
  children: ReactNode;
}

/** A page of the dashboard: a thin bar with the way here, then at most 1,320 px of content. */
export function Page({ crumbs, toolbar, children }: PageProps) {
  const here = crumbs.at(-1)?.label ?? "";
  return (
    <>
      <header className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2 text-compact text-ink-3 md:px-7">
        <Breadcrumb aria-label={here} className="mr-auto min-w-0">
          <BreadcrumbList>
            {crumbs.map((crumb, index) => (
              <Fragment key={crumb.label}>
                {index > 0 ? <BreadcrumbSeparator /> : null}
                <BreadcrumbItem>
                  {crumb.href ? (
                    <BreadcrumbLink asChild>
                      <Link href={crumb.href}>{crumb.label}</Link>
                    </BreadcrumbLink>
                  ) : (
                    <BreadcrumbPage>{crumb.label}</BreadcrumbPage>
                  )}
                </BreadcrumbItem>
              </Fragment>
            ))}
          </BreadcrumbList>
        </Breadcrumb>
        {toolbar}
      </header>
      <div className="w-full max-w-[1320px] px-4 pt-5 pb-10 md:px-7">{children}</div>
    </>
  );
}

interface PageTitleProps {
  title: ReactNode;
  /** One sentence: what is so, and what to do. */
  lead?: ReactNode;
  /** The one primary action, top right. */
  action?: ReactNode;
}

export function PageTitle({ title, lead, action }: PageTitleProps) {
  return (
    <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <h1 className="text-title">{title}</h1>
        {lead ? <p className="text-compact text-ink-3">{lead}</p> : null}
      </div>
      {action}
    </div>
  );
}
