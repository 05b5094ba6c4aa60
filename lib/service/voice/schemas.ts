import { z } from "zod";

export const SENTIMENT_LABELS = ["positive", "neutral", "negative"] as const;

export const analyzeVoiceInput = z.object({
  /** Whether the answer holds the contours for drawing. */
  contours: z.stringbool().or(z.boolean()).default(false),
});
export type AnalyzeVoiceInput = z.input<typeof analyzeVoiceInput>;

const contoursDto = z.object({
  /** Seconds between two values. */
  stepSeconds: z.number(),
  /** Null where the voice is not voiced. */
  pitchHz: z.array(z.number().nullable()),
  /** Decibels below full scale. */
  levelDb: z.array(z.number()),
});

export const voiceAnalysisDto = z
  .object({
    durationSeconds: z.number(),
    /** Null where no speech recognition is set up; empty where nothing was understood. */
    transcript: z.string().nullable(),
    prosody: z.object({
      /** Null where nothing is voiced. */
      pitchMeanHz: z.number().nullable(),
      pitchSdHz: z.number().nullable(),
      /** Mean level of the speech, decibels below full scale. */
      energyDb: z.number(),
      /** Share of the recording without speech, its ends included. */
      pauseRatio: z.number(),
      longestPauseSeconds: z.number(),
      /** Syllables a second, pauses included. */
      speechRate: z.number(),
    }),
    /** 0 (calm) to 1. */
    arousal: z.number(),
    sentiment: z.object({
      label: z.enum(SENTIMENT_LABELS),
      /** −1 to 1. */
      score: z.number(),
      from: z.object({ text: z.number().nullable(), voice: z.number() }),
    }),
    contours: contoursDto.optional(),
  })
  .meta({ id: "VoiceAnalysis" });
export type VoiceAnalysisDto = z.infer<typeof voiceAnalysisDto>;
