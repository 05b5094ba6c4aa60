export { HELD_BECAUSE, type ScheduledMessageDto } from "./scheduled/schemas";
export * from "./schemas/conversations";
export * from "./schemas/inputs";
export * from "./schemas/language-model";
export * from "./schemas/messages";
export * from "./schemas/values";
export * from "./schemas/visitor";
