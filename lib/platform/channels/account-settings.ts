import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { decryptSecret, encryptSecret } from "@/lib/platform/auth/credentials";
import type { AnyAdapter } from "./adapters";

export type Settings = Record<string, unknown>;

export interface StoredSettings {
  settings: Settings;
  secretsSealed: string;
}

/** @throws AppError `invalid_input` with paths below `settings`. */
export function parseSettings(adapter: AnyAdapter, raw: Settings): Settings {
  try {
    return parseInput(adapter.settings, raw) as Settings;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const issues = error.issues.map(({ path, message }) => ({ path: `settings.${path}`, message }));
    throw new AppError(error.code, `settings.${error.message}`, { issues });
  }
}

/** Parts what is shown from what is sealed. */
export function sealSettings(adapter: AnyAdapter, settings: Settings): StoredSettings {
  const secrets: readonly string[] = adapter.secrets;
  const entries = Object.entries(settings).filter(([, value]) => value !== undefined);
  const isSecret = ([name]: [string, unknown]) => secrets.includes(name);
  return {
    settings: Object.fromEntries(entries.filter((entry) => !isSecret(entry))),
    secretsSealed: encryptSecret(
      JSON.stringify(Object.fromEntries(entries.filter(isSecret))),
      "channel-secrets",
    ),
  };
}

export function readSecrets(stored: Pick<StoredSettings, "secretsSealed">): Settings {
  return stored.secretsSealed === ""
    ? {}
    : JSON.parse(decryptSecret(stored.secretsSealed, "channel-secrets"));
}

/** What the adapter works with. @throws AppError `not_possible` when a newer adapter wants what is not there. */
export function openSettings(adapter: AnyAdapter, stored: StoredSettings): Settings {
  const parsed = adapter.settings.safeParse({ ...stored.settings, ...readSecrets(stored) });
  if (parsed.success) return parsed.data as Settings;
  throw new AppError(
    "not_possible",
    "The channel's settings are not complete. Enter them again under Settings.",
    {
      details: { reason: "channel_settings_incomplete" },
    },
  );
}
