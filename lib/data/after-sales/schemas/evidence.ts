import { z } from "zod";

/** A picture or a video that a customer sent about it; its bytes are at `url`, for readers of conversations. */
export const evidenceDto = z
  .object({
    id: z.uuid(),
    kind: z.enum(["image", "document", "video", "audio"]),
    fileName: z.string(),
    /** Of pictures, in pixels. */
    width: z.int().nullable(),
    height: z.int().nullable(),
    url: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: "Evidence" });
export type EvidenceDto = z.infer<typeof evidenceDto>;
