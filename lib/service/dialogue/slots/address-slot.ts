import { checkChangeShippingAddress } from "@/lib/data/after-sales";
import { deliverableAddressSchema, type PostalAddress } from "@/lib/data/records/schemas";
import { type ParsedAddress, parseAddress } from "@/lib/intelligence/text";
import { refusalAnswer, served } from "../serve";
import type { Dialogue, Slot, SlotOutcome, Values } from "../task";
import { orderIdIn } from "./order-slot";

/**
 * Where the parcel shall go instead. What the customer leaves out is as it was, what a parcel needs and nobody has
 * said is asked for, and what was said before is kept meanwhile.
 */
export const addressSlot: Slot = {
  async fill(dialogue, values, isAsked) {
    const check = await checkChangeShippingAddress(
      dialogue.ctx,
      { orderId: orderIdIn(values) },
      served(dialogue, values),
    );
    if (!check.isPossible) return { is: "over", answer: refusalAnswer(dialogue, check, values) };
    const known = { ...check.current, ...dialogue.memory.address };
    const parsed = parse(dialogue, known);
    if (parsed.isAddress) return complete(dialogue, parsed, known);
    return { is: "question", text: dialogue.words("address.ask"), isMiss: isAsked };
  },
  hears: (dialogue) => parse(dialogue, dialogue.memory.address ?? {}).isAddress,
  isCorrected: (dialogue, held) => parse(dialogue, held.value as PostalAddress).isAddress,
};

const BARE_CODE = /^\s*\d{4,6}\s*$/;

export const addressIn = (values: Values) => values.address!.value as PostalAddress;

function parse({ turn, language, memory }: Dialogue, current: Partial<PostalAddress>): ParsedAddress {
  // Alone it is a number like any other; to somebody who was asked for the postal code it is that.
  const isBareCode = memory.address && !memory.address.postalCode && BARE_CODE.test(turn.text);
  const text = isBareCode ? `CP ${turn.text}` : turn.text;
  return parseAddress(text, { language, current, entities: turn.understanding.entities });
}

function complete(dialogue: Dialogue, parsed: ParsedAddress, known: Partial<PostalAddress>): SlotOutcome {
  const { recipient, phone, city, region, postalCode, country, lines } = parsed;
  const found = {
    recipient,
    phone,
    city,
    region,
    postalCode,
    country,
    lines: lines.length > 0 ? lines : known.lines,
  };
  const address = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  const checked = deliverableAddressSchema.safeParse(address);
  if (checked.success) {
    const filled = { value: checked.data, label: formatAddress(checked.data) };
    return { is: "filled", filled, remember: { address: undefined } };
  }
  const { words, language } = dialogue;
  const wrong = [...new Set(checked.error.issues.map(({ path }) => String(path[0])))];
  const names = [...new Set([...parsed.missing, ...wrong])].map((field) =>
    words(`address.field.${field as Field}`),
  );
  const list = new Intl.ListFormat(language, { type: "conjunction" }).format(names);
  return { is: "question", text: words("address.missing", { fields: list }), remember: { address } };
}

type Field = "recipient" | "phone" | "lines" | "city" | "region" | "postalCode" | "country";

/** On one line, in the order in which its country writes it. */
export function formatAddress(address: PostalAddress): string {
  const { recipient, phone, lines, city, region, postalCode, country } = address;
  const parts =
    country === "CN"
      ? [`${region ?? ""}${city === region ? "" : city}${lines.join("")}`, recipient, phone, postalCode]
      : [recipient, ...lines, [postalCode, city].filter(Boolean).join(" "), region, country, phone];
  return parts.filter(Boolean).join(", ");
}
