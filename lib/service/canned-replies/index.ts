import "server-only";

export { createCannedReply } from "./create-canned-reply";
export { deleteCannedReply } from "./delete-canned-reply";
export { fillCannedReply } from "./fill-canned-reply";
export { listCannedReplies } from "./queries";
export { type Filler, readFiller } from "./read-filler";
export { type SuggestedCannedReply, suggestCannedReplies } from "./suggest-canned-replies";
export { updateCannedReply } from "./update-canned-reply";
