import { z } from "zod";
import type { AnyAdapter } from "./adapters";
import type { ChannelFieldDto } from "./schemas";

interface Property {
  type?: string;
  enum?: unknown[];
  default?: unknown;
}

/** What a form must ask for: read from the very schema that checks the answers. */
export function describeFields(adapter: AnyAdapter): ChannelFieldDto[] {
  const json = z.toJSONSchema(adapter.settings, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, Property>;
    required?: string[];
  };
  const secrets: readonly string[] = adapter.secrets;
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    type: typeOf(property),
    choices: (property.enum ?? []).map(String),
    isSecret: secrets.includes(name),
    isRequired: (json.required ?? []).includes(name),
    default: isPlain(property.default) ? property.default : null,
  }));
}

function typeOf({ type, enum: choices }: Property): ChannelFieldDto["type"] {
  if (choices) return "choice";
  if (type === "integer" || type === "number") return "number";
  return type === "boolean" ? "boolean" : "text";
}

function isPlain(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
