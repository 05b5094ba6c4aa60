import { taskFor } from "./tasks";

/** The name of the task that an intent opens; undefined where the bot has none for it. */
export const taskIdFor = (intent: string): string | undefined => taskFor(intent)?.id;
