import { z } from "zod";
import { moneySchema } from "@/lib/core/money-schema";

export const money = moneySchema.meta({ id: "Money" });

export const localizedNameDto = z
  .object({ zh: z.string().optional(), en: z.string().optional(), es: z.string().optional() })
  .meta({ id: "LocalizedName" });
