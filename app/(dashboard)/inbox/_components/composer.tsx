"use client";

import { Lock } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/kbd";
import type { AttachmentDto } from "@/lib/platform/attachments/schemas";
import { findVariables } from "@/lib/service/canned-replies/schemas";
import { type ConversationSummaryDto, MAX_MESSAGE_LENGTH } from "@/lib/service/conversations/schemas";
import { keepDraft, type Mode, readDraft } from "../_live/drafts";
import { useInbox } from "../_live/inbox-context";
import type { Original } from "../_live/outbox";
import { restoreFiles } from "../_live/uploads";
import { useAnnounceTyping } from "../_live/use-announce-typing";
import { useReplyFiles } from "../_live/use-reply-files";
import { useWords } from "../_live/use-words";
import { AttachButton } from "./attach-button";
import { useCannedSuggestions } from "./canned-suggestions";
import { useMentionSuggestions } from "./mention-suggestions";
import { standingOf } from "./owner-state";
import { UnfilledLine } from "./unfilled-line";
import { UploadList } from "./upload-list";

export interface ComposerHandle {
  focus: (mode: Mode) => void;
  /** Puts a text that was not sent back under the pen. */
  restore: (mode: Mode, text: string, files?: readonly AttachmentDto[]) => void;
}

interface ComposerProps {
  conversation: ConversationSummaryDto;
  onSend: (mode: Mode, text: string, files: AttachmentDto[], original?: Original) => void;
  onTakeOver: () => void;
  /** What else can be done with a reply, beside sending it. */
  actions?: (reply: { text: string; canSend: boolean; clear: () => void }) => ReactNode;
  ref: Ref<ComposerHandle>;
}

const MODES: readonly Mode[] = ["reply", "note"];
const NO_TEXT: Record<Mode, string> = { reply: "", note: "" };

/** Give it the conversation's id as `key`: each conversation has its own drafts. */
export function Composer({ conversation, onSend, onTakeOver, actions, ref }: ComposerProps) {
  const t = useTranslations("inbox.composer");
  const tools = useTranslations("inboxTools.composer");
  const { me } = useInbox();
  const { customerName } = useWords();
  const [mode, setMode] = useState<Mode>("reply");
  const [texts, setTexts] = useState(NO_TEXT);
  const field = useRef<HTMLTextAreaElement>(null);
  const announce = useAnnounceTyping(conversation.id);
  const standing = standingOf(conversation, me.id);
  const isBots = conversation.owner === "bot";
  const isLocked = mode === "reply" && isBots;
  const text = texts[mode];
  const excess = text.length - MAX_MESSAGE_LENGTH;
  const isFilled = mode === "note" || findVariables(text).length === 0;
  const files = useReplyFiles(conversation, mode === "reply" && !isLocked);
  const canSend = (text.trim() !== "" || files.hasAny) && files.isReady && excess <= 0 && isFilled;

  // Drafts live in the browser, so they come after the first drawing.
  useEffect(() => {
    setTexts({ reply: readDraft(conversation.id, "reply"), note: readDraft(conversation.id, "note") });
  }, [conversation.id]);

  const change = (which: Mode, next: string) => {
    setTexts((known) => ({ ...known, [which]: next }));
    keepDraft(conversation.id, which, next);
  };
  const canned = useCannedSuggestions({
    conversation,
    text,
    field,
    isOn: mode === "reply",
    onChange: (next) => change("reply", next),
  });
  const mentions = useMentionSuggestions({
    text,
    field,
    isOn: mode === "note",
    onChange: (next) => change("note", next),
  });
  const suggestions = mode === "note" ? mentions : canned;
  const focusSoon = () => requestAnimationFrame(() => field.current?.focus());

  useImperativeHandle(ref, () => ({
    focus: (which) => {
      setMode(which);
      focusSoon();
    },
    restore: (which, restored, back = []) => {
      setMode(which);
      restoreFiles(conversation.id, back);
      if (!restored) return focusSoon();
      const known = readDraft(conversation.id, which);
      change(which, known.trim() ? `${known}\n${restored}` : restored);
      focusSoon();
    },
  }));

  const send = () => {
    if (!canSend) return;
    onSend(mode, text, files.take());
    change(mode, "");
    announce.stop();
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, Enter chooses a word.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (suggestions.onKeyDown(event)) return;
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape") field.current?.blur();
  };

  const hint =
    mode === "note"
      ? null
      : standing === "other"
        ? t("other", { name: conversation.assigneeName ?? "…" })
        : standing === "resolved" && !isBots
          ? t("reopens")
          : null;
  const name = conversation.customerName ?? t("customer");
  return (
    <section
      aria-label={t("mode")}
      className="shrink-0 border-t bg-surface px-4.5 py-3 max-sm:px-2.5 max-sm:py-2"
    >
      <div
        data-mode={mode}
        {...files.dropProps}
        className={cn(
          "relative rounded-lg border border-line-strong transition-colors focus-within:border-blue focus-within:outline-1 focus-within:outline-blue",
          mode === "note" &&
            "border-amber/50 bg-amber-wash focus-within:border-amber focus-within:outline-amber",
        )}
      >
        <div role="radiogroup" aria-label={t("mode")} className="flex items-center gap-1 px-2 pt-2">
          {MODES.map((each) => (
            <label
              key={each}
              className={cn(
                "flex h-6 cursor-pointer items-center rounded-sm px-2 text-ink-3 text-xs hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-blue",
                each === mode &&
                  (each === "note" ? "bg-amber/15 font-medium text-ink" : "bg-chip font-medium text-ink"),
              )}
            >
              <input
                type="radio"
                name="composer-mode"
                className="sr-only"
                checked={each === mode}
                onChange={() => setMode(each)}
              />
              {each === "note" ? <Lock aria-hidden className="mr-1 size-3" /> : null}
              {t(each)}
            </label>
          ))}
          {hint ? <span className="ml-1 truncate text-ink-3 text-xs">{hint}</span> : null}
        </div>
        {isLocked ? (
          <div className="flex min-h-[76px] items-center justify-between gap-3 max-sm:flex-wrap px-3 pt-1.5 pb-3">
            <p className="max-w-prose text-compact text-ink-2">
              {conversation.status === "resolved" ? t("resolvedBot") : t("botOwns")}
            </p>
            <TakeOverButton onTakeOver={onTakeOver} />
          </div>
        ) : (
          <>
            {suggestions.list}
            {mode === "reply" ? <UploadList channel={conversation.channel} uploads={files.uploads} /> : null}
            {files.isOver ? <DropHint /> : null}
            <textarea
              ref={field}
              {...suggestions.fieldProps}
              onSelect={suggestions.readCaret}
              value={text}
              rows={2}
              aria-label={mode === "note" ? t("note") : t("reply")}
              aria-invalid={excess > 0 || undefined}
              placeholder={
                mode === "note"
                  ? t("notePlaceholder")
                  : t("replyPlaceholder", {
                      name: conversation.customerName ? customerName(conversation) : name,
                    })
              }
              onChange={(event) => {
                change(mode, event.target.value);
                suggestions.readCaret();
                if (mode === "reply" && event.target.value.trim()) announce.write();
              }}
              onPaste={files.onPaste}
              onBlur={announce.stop}
              onKeyDown={onKeyDown}
              className="field-sizing-content block max-h-[36dvh] min-h-[52px] w-full resize-none bg-transparent px-3 py-1.5 text-sm leading-5 outline-none max-sm:text-base"
            />
            {isFilled ? null : <UnfilledLine text={text} field={field} />}
            <div className="flex items-center justify-between gap-3 px-2 pb-2">
              <span className="pl-1 text-ink-3 text-micro" aria-live="polite">
                {excess > 0 ? (
                  <span className="text-cinnabar-ink">{t("tooLong", { count: excess })}</span>
                ) : (
                  <span className="max-sm:hidden">
                    {t("newline")}
                    {` · ${tools(mode === "note" ? "mentionHint" : "hint")}`}
                  </span>
                )}
              </span>
              {mode === "reply" ? (
                <span className="ml-auto flex items-center">
                  <AttachButton refusal={files.refusal} onFiles={files.add} />
                  {actions?.({
                    text,
                    canSend: canSend && !files.hasAny,
                    clear: () => change("reply", ""),
                  })}
                </span>
              ) : null}
              <Button onClick={send} aria-disabled={!canSend} className={cn(!canSend && "opacity-50")}>
                {mode === "note" ? t("addNote") : t("send")}
                <Kbd aria-hidden className="max-sm:hidden">
                  ⌘↵
                </Kbd>
              </Button>
            </div>
          </>
        )}
      </div>
    </section>
  );
}

function DropHint() {
  const t = useTranslations("attachments");
  return (
    <p className="pointer-events-none absolute inset-0 z-10 grid place-items-center rounded-lg bg-blue-wash text-blue-ink text-compact">
      {t("drop")}
    </p>
  );
}

function TakeOverButton({ onTakeOver }: { onTakeOver: () => void }) {
  const t = useTranslations("inbox.act");
  return (
    <Button variant="outline" onClick={onTakeOver}>
      {t("takeOver")}
      <Kbd aria-hidden>T</Kbd>
    </Button>
  );
}

/** For those who may read but not write. */
export function ReadOnlyLine() {
  const t = useTranslations("inbox.composer");
  return <p className="shrink-0 border-t bg-surface px-4.5 py-3 text-compact text-ink-3">{t("readOnly")}</p>;
}
