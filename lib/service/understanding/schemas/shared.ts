import { z } from "zod";

export const UNDERSTOOD_LANGUAGES = ["zh", "en", "es", "other"] as const;

export const languageSchema = z.enum(UNDERSTOOD_LANGUAGES);
/** 0–1. */
export const share = z.number();
/** The model's intents, or the shop's own. */
export const anyIntentId = z.string().min(1).max(60);
