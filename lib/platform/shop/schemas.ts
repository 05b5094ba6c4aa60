import { z } from "zod";
import { LOCALES } from "@/lib/core/context";
import { timeZoneSchema } from "@/lib/core/date-schema";

export interface ShopDto {
  id: string;
  name: string;
  baseCurrency: string;
  timeZone: string;
  defaultLocale: string;
  orderNumberPattern: string | null;
  /** Agents see what visitors write before they send it. */
  typingPreview: boolean;
}

export const updateShopInput = z.object({
  name: z.string().trim().min(1, "Give the shop a name.").max(80),
  timeZone: timeZoneSchema,
  defaultLocale: z.enum(LOCALES),
});
export type UpdateShopInput = z.input<typeof updateShopInput>;

export const typingPreviewInput = z.object({ isOn: z.boolean() });

export interface WidgetKeyDto {
  id: string;
  key: string;
  allowedOrigins: string[];
  maskPersonalData: boolean;
  understandInBrowser: boolean;
  createdAt: string;
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}

const originSchema = z
  .url({ protocol: /^https?$/, error: "Write an origin such as https://shop.example." })
  .refine((value) => isOrigin(value), "Leave out the path: https://shop.example, no slash at the end.");

export const allowedOriginsInput = z.object({ id: z.uuid(), allowedOrigins: z.array(originSchema).max(50) });
export const maskPersonalDataInput = z.object({ id: z.uuid(), maskPersonalData: z.boolean() });
export const understandInBrowserInput = z.object({ id: z.uuid(), understandInBrowser: z.boolean() });
export const widgetKeyIdInput = z.object({ id: z.uuid() });
