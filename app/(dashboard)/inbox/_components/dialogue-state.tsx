"use client";

import { useTranslations } from "use-intl";
import { z } from "zod";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ConversationSummaryDto, MessageDto } from "@/lib/service/conversations/schemas";
import { readTasks, type Task } from "../_live/tasks";
import { useWords } from "../_live/use-words";
import { Section } from "./panel-section";

/** Slots as the dialogue keeps them today; what is not understood is not shown. */
const slotsSchema = z
  .object({
    orderNumber: z.string().optional().catch(undefined),
    awaiting: z.enum(["order_number", "order_proof"]).optional().catch(undefined),
    contact: z
      .object({ email: z.string().optional(), phone: z.string().optional() })
      .optional()
      .catch(undefined),
    failedAttempts: z.int().optional().catch(undefined),
    tasks: z
      .array(
        z.object({
          id: z.string(),
          values: z.record(z.string(), z.object({ label: z.string() })),
          awaiting: z.string().optional(),
        }),
      )
      .catch([])
      .optional(),
  })
  .catch({});

/** What the bot knows and waits for, in words. */
export function BotState({ conversation }: { conversation: ConversationSummaryDto }) {
  const t = useTranslations("inbox.panel");
  const taskNames = useTranslations("handoff.task");
  const {
    orderNumber,
    awaiting,
    contact,
    failedAttempts,
    tasks = [],
  } = slotsSchema.parse(conversation.slots);
  const rows: { label: string; chip: string; tone: BadgeTone }[] = [];
  for (const task of tasks.toReversed()) {
    const known = Object.values(task.values).flatMap(({ label }) => label || []);
    const id = task.id as "other";
    const name = taskNames(taskNames.has(id) ? id : "other");
    const label = [name, ...known].join(" · ");
    const waits = task.awaiting === "confirmation" ? t("awaitingYes") : t("asked");
    rows.push({ label, chip: task.awaiting ? waits : t("inHand"), tone: task.awaiting ? "amber" : "blue" });
  }
  if (orderNumber && awaiting !== "order_proof")
    rows.push({ label: t("order", { number: orderNumber }), chip: t("known"), tone: "jade" });
  if (contact?.email)
    rows.push({ label: t("email", { value: contact.email }), chip: t("given"), tone: "jade" });
  if (contact?.phone)
    rows.push({ label: t("phone", { value: contact.phone }), chip: t("given"), tone: "jade" });
  if (awaiting === "order_number") rows.push({ label: t("awaitingNumber"), chip: t("asked"), tone: "amber" });
  if (awaiting === "order_proof") {
    const label = orderNumber ? t("awaitingProof", { number: orderNumber }) : t("awaitingProofPlain");
    rows.push({ label, chip: t("asked"), tone: "amber" });
  }
  if (failedAttempts) rows.push({ label: t("failed"), chip: String(failedAttempts), tone: "neutral" });
  return (
    <Section title={t("inThis")}>
      {rows.length === 0 ? (
        <p className="text-compact text-ink-3">{t("nothingYet")}</p>
      ) : (
        <Rows rows={rows} />
      )}
    </Section>
  );
}

const TONES: Record<Task["state"], BadgeTone> = {
  answered: "jade",
  withPerson: "amber",
  inHand: "blue",
  withBot: "neutral",
};

/** What the customer has come with. */
export function Tasks({
  conversation,
  messages,
}: {
  conversation: ConversationSummaryDto;
  messages: MessageDto[];
}) {
  const t = useTranslations("inbox.panel");
  const { intentName } = useWords();
  const rows = readTasks(messages, conversation).flatMap(({ intent, state }) => {
    const label = intentName(intent);
    return label ? { label, chip: t(state), tone: TONES[state] } : [];
  });
  if (rows.length === 0) return null;
  return (
    <Section title={t("tasks")}>
      <Rows rows={rows} />
    </Section>
  );
}

function Rows({ rows }: { rows: { label: string; chip: string; tone: BadgeTone }[] }) {
  return (
    <ul className="divide-y">
      {rows.map(({ label, chip, tone }) => (
        <li key={label} className="flex min-h-9 items-center justify-between gap-2 py-1 text-compact">
          <span className="min-w-0 break-words">{label}</span>
          <Badge tone={tone}>{chip}</Badge>
        </li>
      ))}
    </ul>
  );
}
