import type { Line } from "../measure";
import { benchIntents } from "./intents";
import { benchPublicSets } from "./public-sets";
import { benchSentiment } from "./sentiment";
import { benchSpeed } from "./speed";
import { benchVoice } from "./voice";

interface UnderstandingOptions {
  quick: boolean;
}

/** Parts that run on the shipped files in this process, without a started product. */
export const PARTS: Record<string, (options: UnderstandingOptions) => Promise<Line[]>> = {
  intents: benchIntents,
  "public-sets": benchPublicSets,
  sentiment: benchSentiment,
  speed: benchSpeed,
  voice: benchVoice,
};
