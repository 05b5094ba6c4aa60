import { z } from "zod";
import { localizedNameDto, money } from "./shared-schemas";

export const stockInput = z.object({ productId: z.uuid() });

/** What a customer may know of a product's stock. */
export const stockDto = z
  .object({
    productId: z.uuid(),
    sku: z.string(),
    name: localizedNameDto,
    options: z.record(z.string(), localizedNameDto),
    price: money,
    /** Pieces on hand that nobody has ordered and no exchange was promised; never below nothing. */
    available: z.int(),
  })
  .meta({ id: "Stock" });
export type StockDto = z.infer<typeof stockDto>;

export const stockLookupDto = z
  .object({
    ...stockDto.shape,
    /** The other colours, materials or sizes of it that are sold. */
    variants: z.array(stockDto),
  })
  .meta({ id: "StockLookup" });
export type StockLookupDto = z.infer<typeof stockLookupDto>;
