import "server-only";

export { chooseSuggestion } from "./choose-suggestion";
export { suggestReplies } from "./suggest-replies";
