"use client";

import { Save } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { usePageCommands } from "@/components/shell/commands-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { ArticleLanguage, CitationDto } from "@/lib/data/knowledge/schemas";
import { ArticleSettings } from "./article-settings";
import { ArticleText } from "./article-text";
import { BroughtBackAlert } from "./brought-back-alert";
import { Citations } from "./citations";
import { ConflictAlert } from "./conflict-alert";
import { type Articles, LANGUAGES } from "./draft";
import { History } from "./history";
import { LanguageMark } from "./language-mark";
import { Publishing } from "./publishing";
import { type Editor, useEditor } from "./use-editor";
import { useLeaveWarning } from "./use-leave-warning";

export interface ArticleEditorProps {
  articles: Articles;
  language: ArticleLanguage;
  timeZone: string;
  /** Shop and person. */
  reader: string;
  canWrite: boolean;
  now: string;
  question?: { id: string } | undefined;
  firstTitle?: string | undefined;
  /** By article; null for those who may not see conversations. */
  citations: Record<string, CitationDto[]> | null;
}

/** An article in up to three languages: its text, whom it is for, its versions, and where the bot used it. */
export function ArticleEditor(props: ArticleEditorProps) {
  const t = useTranslations("knowledge.editor");
  const editor = useEditor(props);
  const { language, setLanguage, stored, drafts, unsaved } = editor;
  const article = stored[language];
  return (
    <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_320px]">
      <Card className="min-w-0">
        <Tabs
          value={language}
          onValueChange={(value) => setLanguage(value as ArticleLanguage)}
          className="gap-0"
        >
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b pr-2.5">
            <TabsList aria-label={t("languages")} className="border-b-0 px-2">
              {LANGUAGES.map((each) => (
                <TabsTrigger key={each} value={each}>
                  <LanguageMark editor={editor} language={each} />
                </TabsTrigger>
              ))}
            </TabsList>
            {props.canWrite ? <SaveBar editor={editor} /> : null}
          </div>
          {LANGUAGES.map((each) => (
            <TabsContent key={each} value={each} className="grid gap-4 px-4 py-4">
              <BroughtBackAlert editor={editor} />
              <ConflictAlert editor={editor} />
              <ArticleText editor={editor} canWrite={props.canWrite} />
            </TabsContent>
          ))}
        </Tabs>
      </Card>
      <div className="grid min-w-0 gap-3.5">
        <Publishing editor={editor} canWrite={props.canWrite} />
        <ArticleSettings editor={editor} canWrite={props.canWrite} />
        {article ? (
          <History key={article.id} editor={editor} article={article} canWrite={props.canWrite} />
        ) : null}
        {article && props.citations ? (
          <Citations
            citations={props.citations[article.id] ?? []}
            now={props.now}
            timeZone={props.timeZone}
          />
        ) : null}
      </div>
      <LeaveDialog isUnsaved={unsaved.length > 0} title={unsaved[0] ? drafts[unsaved[0]].title : ""} />
    </div>
  );
}

function SaveBar({ editor }: { editor: Editor }) {
  const t = useTranslations("knowledge.editor");
  const { unsaved, isSaving, isNew, save, discard } = editor;
  const isUnsaved = unsaved.length > 0;
  usePageCommands(
    useMemo(
      () => [{ id: "save", label: t("save"), run: () => document.getElementById("save-article")?.click() }],
      [t],
    ),
  );
  return (
    <div className="ml-auto flex gap-2 py-1.5">
      {isUnsaved && !isNew ? (
        <Button variant="ghost" disabled={isSaving} onClick={discard}>
          {t("discard")}
        </Button>
      ) : null}
      <Button
        id="save-article"
        variant={isUnsaved ? "default" : "outline"}
        disabled={!isUnsaved}
        loading={isSaving}
        title={isUnsaved ? t("saveHint") : t("unchanged")}
        onClick={() => void save()}
      >
        <Save aria-hidden />
        {t("save")}
      </Button>
    </div>
  );
}

function LeaveDialog({ isUnsaved, title }: { isUnsaved: boolean; title: string }) {
  const t = useTranslations("knowledge.editor");
  const common = useTranslations("common");
  const router = useRouter();
  const { wanted, stay } = useLeaveWarning(isUnsaved);
  return (
    <ConfirmDialog
      open={wanted !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) stay();
      }}
      title={t("leaveTitle")}
      description={t("leaveText", { title })}
      labels={{ cancel: common("cancel"), confirm: t("leave") }}
      pending={false}
      onConfirm={() => {
        stay();
        if (wanted) router.push(wanted);
      }}
    />
  );
}
