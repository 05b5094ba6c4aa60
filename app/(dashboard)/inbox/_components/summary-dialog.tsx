"use client";

import { useQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { askJson } from "@/components/shell/fetch-json";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { ConversationSummaryTextDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import { useFailureWords } from "../_live/use-failure-words";
import { languageOf } from "../_live/use-translations";
import { useWords } from "../_live/use-words";

interface SummaryDialogProps {
  conversationId: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function SummaryDialog({ conversationId, isOpen, onOpenChange }: SummaryDialogProps) {
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent className="max-w-lg">
        {isOpen ? <Summary conversationId={conversationId} onClose={() => onOpenChange(false)} /> : null}
      </DialogContent>
    </Dialog>
  );
}

function Summary({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useTranslations("languageModel.summary");
  const common = useTranslations("common");
  const { locale } = useInbox();
  const { moment } = useWords();
  const wordFailure = useFailureWords();
  const language = languageOf(locale);
  // Asked for each time it is opened: the server knows whether anything was said since.
  const { data, error, isPending, isFetching, refetch } = useQuery({
    queryKey: ["summary", conversationId, language],
    queryFn: ({ signal }) =>
      askJson<ConversationSummaryTextDto>(
        `/api/v1/conversations/${conversationId}/summary`,
        { language },
        signal,
      ),
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    toast.success(t("copied"));
  };
  return (
    <>
      <DialogHeader>
        <DialogTitle>{t("title")}</DialogTitle>
        <DialogDescription>{t("lead")}</DialogDescription>
      </DialogHeader>
      {isPending ? (
        <div role="status" aria-label={t("loading")} className="grid gap-2">
          <Skeleton className="h-4" />
          <Skeleton className="h-4" />
          <Skeleton className="h-4 w-2/3" />
        </div>
      ) : error ? (
        <Alert tone="cinnabar" role="alert">
          <AlertDescription>
            {t("failed")} {wordFailure(error)}
          </AlertDescription>
        </Alert>
      ) : (
        <div className="grid gap-2">
          <p lang={data.language} data-slot="summary" className="whitespace-pre-wrap text-sm leading-6">
            {data.text}
          </p>
          <p className="text-ink-3 text-xs">
            {t("made", { model: data.model, when: moment(data.createdAt) })}
          </p>
        </div>
      )}
      <DialogFooter>
        {error ? (
          <Button variant="outline" loading={isFetching} onClick={() => void refetch()}>
            {common("retry")}
          </Button>
        ) : data ? (
          <Button variant="outline" onClick={() => void copy(data.text)}>
            {t("copy")}
          </Button>
        ) : null}
        <Button onClick={onClose}>{common("close")}</Button>
      </DialogFooter>
    </>
  );
}
