import { z } from "zod";
import { TEXT_LANGUAGES } from "@/lib/intelligence/text/text-model";

export const languageSchema = z.enum(TEXT_LANGUAGES);
/** 0–1. */
export const share = z.number();
/** The model's intents, or the shop's own. */
export const anyIntentId = z.string().min(1).max(60);
