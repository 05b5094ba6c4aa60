import { z } from "zod";
import { addressChangeCheckDto } from "./address";
import { cancelCheckDto } from "./cancel";
import { invoiceCheckDto } from "./invoice";
import { priceProtectionCheckDto } from "./price-protection";
import { returnCheckDto } from "./returns";

export const serviceOptionsDto = z
  .object({
    orderId: z.uuid(),
    cancel: cancelCheckDto,
    changeAddress: addressChangeCheckDto,
    return: returnCheckDto,
    priceProtection: priceProtectionCheckDto,
    invoice: invoiceCheckDto,
  })
  .meta({ id: "ServiceOptions" });
export type ServiceOptionsDto = z.infer<typeof serviceOptionsDto>;
