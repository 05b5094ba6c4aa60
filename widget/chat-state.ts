import type { Hint } from "./hinting";
import type { ThreadItem } from "./thread";

/** What the page shows of the chat. */
export interface ChatState {
  /** `refused`: the desk does not want this page (unknown key, origin not allowed). */
  phase: "starting" | "ready" | "refused";
  shopName: string;
  owner: "bot" | "human";
  assigneeName: string | null;
  items: ThreadItem[];
  /** False until the stored conversation has been read once. */
  isLoaded: boolean;
  isConnected: boolean;
  typingName: string | null;
  unread: number;
  asksForRating: boolean;
  takesVoice: boolean;
  /** People see what is being written before it is sent. */
  showsTyping: boolean;
  takesFiles: boolean;
  /** What may help with the text that is being written. */
  hint: Hint | null;
}

/** Before anything is known. */
export const START: ChatState = {
  phase: "starting",
  shopName: "",
  owner: "bot",
  assigneeName: null,
  items: [],
  isLoaded: false,
  isConnected: true,
  typingName: null,
  unread: 0,
  asksForRating: false,
  takesVoice: false,
  showsTyping: false,
  takesFiles: false,
  hint: null,
};
