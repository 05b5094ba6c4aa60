import { getTranslations } from "@/lib/platform/http/locale";
import { ListSkeleton } from "./_components/inbox-skeletons";

/** The panes at their places, while the inbox is on its way from another page. */
export default async function InboxLoading() {
  const t = await getTranslations("common");
  return (
    <div className="@container h-[calc(100dvh-3rem)] md:h-dvh">
      <div className="grid h-full grid-cols-[minmax(0,1fr)] @min-[700px]:grid-cols-[312px_minmax(0,1fr)] @min-[1040px]:grid-cols-[312px_minmax(0,1fr)_316px]">
        <div className="overflow-hidden bg-surface @min-[700px]:border-r">
          <div className="h-[101px] border-b" />
          <ListSkeleton label={t("loading")} />
        </div>
        <div className="hidden @min-[700px]:block" />
        <div className="hidden border-l bg-surface @min-[1040px]:block" />
      </div>
    </div>
  );
}
