import "server-only";

export { decideReply } from "./decide-reply";
export type { Language, Reply, Turn } from "./types";
