import { AppError } from "@/lib/core/errors";

const KNOWN = ["kind", "preset", "map"];

/** The form's fields as the verbs take them; `map` is JSON. @throws AppError `invalid_input` */
export function readSettings(fields: Record<string, string>): {
  kind: string;
  preset?: string;
  map?: unknown;
} {
  const unknown = Object.keys(fields).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) {
    throw invalid(unknown, `There is no such field; the fields are ${KNOWN.join(", ")} and file.`);
  }
  const { kind = "", preset, map } = fields;
  return { kind, ...(preset ? { preset } : {}), ...(map ? { map: parseMap(map) } : {}) };
}

function parseMap(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid("map", 'Send the map as JSON, such as {"externalId": "Order number"}.');
  }
}

function invalid(path: string, message: string): AppError {
  return new AppError("invalid_input", `${path}: ${message}`, { issues: [{ path, message }] });
}
