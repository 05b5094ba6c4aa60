import type { Line } from "../measure";
import { benchBrowser } from "./browser";
import { benchFirstAnswer } from "./first-answer";
import { benchIntents } from "./intents";
import { benchLearningCurve } from "./learning-curve";
import { benchPublicSets } from "./public-sets";
import { benchSentiment } from "./sentiment";
import { benchSpeed } from "./speed";
import { benchVoice } from "./voice";

interface UnderstandingOptions {
  quick: boolean;
}

/** Parts that run on the shipped files, without a started product; only the first answer starts one of its own. */
export const PARTS: Record<string, (options: UnderstandingOptions) => Promise<Line[]>> = {
  intents: benchIntents,
  "public-sets": benchPublicSets,
  "learning-curve": benchLearningCurve,
  sentiment: benchSentiment,
  speed: benchSpeed,
  browser: benchBrowser,
  "first-answer": benchFirstAnswer,
  voice: benchVoice,
};
