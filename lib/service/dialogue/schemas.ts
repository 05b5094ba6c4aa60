import { z } from "zod";

/** In minor units of the shop's base currency. */
const amountMinor = z.int().min(1).max(1_000_000_000_000);

/**
 * When the bot gives a conversation to a person, beside the customer's own wish, which always counts. Every rule with
 * what holds where a shop has said nothing.
 */
export const escalationRulesSchema = z.object({
  /** After so many messages in a row that were not understood. */
  unclear: z
    .object({ isOn: z.boolean(), messages: z.int().min(1).max(5) })
    .default({ isOn: true, messages: 2 }),
  /** When so many of the customer's last three messages are angry. */
  anger: z
    .object({ isOn: z.boolean(), messages: z.int().min(1).max(3) })
    .default({ isOn: true, messages: 2 }),
  /** When a voice message sounds so agitated: 0 is calm, 1 is shouting. */
  agitatedVoice: z
    .object({ isOn: z.boolean(), arousal: z.number().min(0.3).max(1) })
    .default({ isOn: true, arousal: 0.8 }),
  /** A complaint is written down in any case; with the rule a person answers it at once. */
  complaint: z.object({ isOn: z.boolean() }).default({ isOn: true }),
  /** Before something is done for which more than this is at stake: money back, or the order that would go elsewhere. */
  amount: z.object({ isOn: z.boolean(), amountMinor }).default({ isOn: false, amountMinor: 100_000 }),
  /** Customers whose orders add up to at least this get a person from their first message on. */
  bestCustomers: z
    .object({ isOn: z.boolean(), spentMinor: amountMinor })
    .default({ isOn: false, spentMinor: 1_000_000 }),
});
export type EscalationRules = z.output<typeof escalationRulesSchema>;

export const escalationRulesDto = escalationRulesSchema
  .required()
  .extend({ updatedAt: z.string().nullable(), updatedBy: z.string().nullable() })
  .meta({ id: "EscalationRules" });
export type EscalationRulesDto = z.output<typeof escalationRulesDto>;

/** What is left out stays as it is. */
export const updateEscalationRulesInput = z
  .object({
    unclear: z.object({ isOn: z.boolean(), messages: z.int().min(1).max(5) }),
    anger: z.object({ isOn: z.boolean(), messages: z.int().min(1).max(3) }),
    agitatedVoice: z.object({ isOn: z.boolean(), arousal: z.number().min(0.3).max(1) }),
    complaint: z.object({ isOn: z.boolean() }),
    amount: z.object({ isOn: z.boolean(), amountMinor }),
    bestCustomers: z.object({ isOn: z.boolean(), spentMinor: amountMinor }),
  })
  .partial()
  .strict();
export type UpdateEscalationRulesInput = z.input<typeof updateEscalationRulesInput>;
