import type { Line } from "../measure";
import { benchDialogues } from "./dialogues";
import { benchHanWords } from "./han-words";
import { benchKnowledge } from "./knowledge";
import { benchLoad } from "./load";

/** All but the load run on the shipped files, without a started product. */
export const PARTS: Record<string, (options: { quick: boolean }) => Promise<Line[]>> = {
  knowledge: benchKnowledge,
  "han-words": benchHanWords,
  dialogues: benchDialogues,
  load: benchLoad,
};
