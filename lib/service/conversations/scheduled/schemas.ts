import { z } from "zod";

export const HELD_BECAUSE = ["customer_wrote", "not_with_people", "author_left"] as const;

export const scheduledMessageDto = z
  .object({
    id: z.uuid(),
    text: z.string(),
    sendAt: z.string(),
    authorName: z.string(),
    /** Null while it waits for its time; else why it was held, and a person decides. */
    heldBecause: z.enum(HELD_BECAUSE).nullable(),
  })
  .meta({ id: "ScheduledMessage" });
export type ScheduledMessageDto = z.infer<typeof scheduledMessageDto>;
