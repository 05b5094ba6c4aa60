import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { share } from "./shared";

export const listAlertsInput = pageInput.extend({ status: z.enum(["open", "dismissed"]).optional() });
export type ListAlertsInput = z.input<typeof listAlertsInput>;
export const alertIdInput = z.object({ id: z.uuid() });

export const alertDto = z
  .object({
    id: z.uuid(),
    kind: z.enum(["confidence", "corrections"]),
    measure: z.enum(["mean_confidence", "low_confidence_share", "correction_rate"]),
    /** First day of the worse time, in the shop's time zone. */
    since: z.iso.date(),
    before: share,
    after: share,
    p: z.number(),
    openedAt: z.iso.datetime(),
    dismissedAt: z.iso.datetime().nullable(),
    dismissedBy: z.string().nullable(),
  })
  .meta({ id: "UnderstandingAlert" });
export type AlertDto = z.infer<typeof alertDto>;
