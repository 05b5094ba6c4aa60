import { InboundRefused } from "../adapter";
import { parseExactJson } from "../exact-json";
import { readXml } from "./read-xml";

/** A push's fields by the names of the documentation, from XML or JSON: the merchant chooses on the platform. */
export type Fields = ReadonlyMap<string, string>;

/** @throws InboundRefused `malformed` */
export function readFields(text: string): Fields {
  return text.trimStart().startsWith("{") ? readJson(text) : readXml(text);
}

function readJson(text: string): Fields {
  const value = parseExactJson(text);
  if (value === null || typeof value !== "object") {
    throw new InboundRefused("malformed", "A push is an object.");
  }
  const fields = new Map<string, string>();
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === "string") fields.set(name, field.replaceAll("\0", "").toWellFormed());
    else if (typeof field === "number") fields.set(name, String(field));
  }
  return fields;
}
