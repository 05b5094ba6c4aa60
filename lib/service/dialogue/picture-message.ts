import type { Context } from "@/lib/core/context";
import { replyToUnreadAttachment } from "./attachment-message";
import { isBestCustomer, passToHuman, workOn } from "./decide-reply";
import { type OpenTask, readMemory, toStored } from "./memory";
import { openTasks } from "./stack-tasks";
import type { Dialogue } from "./task";
import type { Language, Reply, Turn } from "./types";
import { botWords } from "./words";

/** What a picture can show something of. */
const FOR_PICTURES = new Set(["return_goods", "exchange_goods", "refund_status", "complain"]);
/** Those of them that make a request under the key of the task itself (serve.ts). */
const UNDER_OWN_KEY = new Set(["return_goods", "exchange_goods"]);

type Slots = Record<string, unknown>;

/** The open task that wants to see what it is about, the latest first. */
function wanting(slots: Slots): OpenTask | undefined {
  return readMemory(slots).tasks?.findLast(({ id }) => FOR_PICTURES.has(id));
}

/** Whether something is open for which a picture is of use. */
export const takesPictures = (slots: Slots) => wanting(slots) !== undefined;

/** The key under which the open task will ask for something; null where none is open, or it has none yet. */
export function evidenceKey(slots: Slots): string | null {
  const task = wanting(slots);
  return task && UNDER_OWN_KEY.has(task.id) ? `chat:${task.key}` : null;
}

/** The words with which a picture is received, before whatever else is said. */
export function acknowledgePicture(language: Language): string {
  return botWords(language)("attachment.added");
}

type PictureTurn = Omit<Turn, "text" | "understanding" | "clauses">;

/**
 * Answers pictures without words. Where they show something of what is asked for, they are received and it goes on;
 * else it is asked once what they are about, and after that a person looks.
 * @param isKnown whether something was asked for already that they can belong to.
 */
export async function replyToPictures(ctx: Context, turn: PictureTurn, isKnown: boolean): Promise<Reply> {
  const { language, slots } = turn.conversation;
  const dialogue = withoutWords(ctx, turn);
  const { words, memory } = dialogue;
  if (await isBestCustomer(dialogue)) return passToHuman(dialogue, "best_customer");
  const tasks = openTasks(dialogue);
  const goOn = (text: string) => workOn(dialogue, { tasks, heard: new Set() }, [{ text }]);
  if (isKnown || takesPictures(slots)) return goOn(words("attachment.added"));
  if (memory.askedAboutPicture) return replyToUnreadAttachment({ language, slots });
  const asked = await goOn(words(tasks.length > 0 ? "attachment.unread" : "attachment.about"));
  return { ...asked, slots: toStored({ ...readMemory(asked.slots), askedAboutPicture: true }) };
}

/** A turn in which nothing was said. */
function withoutWords(ctx: Context, turn: PictureTurn): Dialogue {
  const { language, slots } = turn.conversation;
  const understanding: Turn["understanding"] = {
    language,
    languageConfidence: 0,
    intent: { id: "", confidence: 0, alternatives: [] },
    isConfident: false,
    sentiment: { label: "neutral", score: 0 },
    entities: [],
    model: "",
    headVersion: null,
  };
  return {
    ctx,
    turn: { ...turn, text: "", understanding, clauses: [] },
    language,
    memory: readMemory(slots),
    words: botWords(language),
    consent: { answer: null, rest: "" },
    opening: "",
  };
}
