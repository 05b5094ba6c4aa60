import { AppError } from "@/lib/core/errors";
import type { Refusal, RefusalReason } from "./schemas";

/** For people who read the API's answer; what a customer is told is the dialogue's to say. */
const SENTENCES: Record<RefusalReason, string> = {
  not_offered: "The shop does not offer this. Change its service policy, or do it by hand.",
  already_paid: "The order is paid, and the shop's policy allows this only before.",
  already_packed: "The parcel is packed and has its label. A person at the warehouse would have to stop it.",
  already_shipped: "The order has been shipped. Wait until it is there, then return it.",
  already_delivered: "The order has been delivered. Return it instead.",
  already_cancelled: "The order was cancelled.",
  already_returned: "The order was returned.",
  already_requested: "This was asked for before. Look at that request.",
  not_paid_yet: "The order is not paid yet.",
  not_shipped_yet: "The order has not been shipped yet. Cancel or change it instead.",
  not_delivered_yet: "The order is still on its way. Ask again when it is there.",
  window_over: "The time for this is over.",
  category_excluded: "The shop takes no products of this category back, unless they are faulty.",
  opened_not_accepted: "The shop takes no opened goods back, unless they are faulty.",
  opened_not_stated: "Say with isOpened whether the goods were opened: the shop takes unopened ones only.",
  quantity_exceeded: "That is more than is left of this line.",
  unknown_line: "The order has no such line, or its product is not known any more.",
  nothing_changes: "That is what the order holds already.",
  nothing_left: "Nothing would be left of the order. Cancel it instead.",
  not_a_variant: "The other product is no variant of this one, or is not sold any more.",
  out_of_stock: "There are not enough pieces in stock.",
  price_unknown: "The price in the order's currency is not known. A person has to name it.",
  price_made_good: "A lower price was made good for this line. A person has to work out the rest.",
  price_not_lower: "The price today is not lower than what was paid.",
};

export function refuse(refusal: Refusal): AppError {
  return new AppError("not_possible", SENTENCES[refusal.reason], { details: { ...refusal } });
}
