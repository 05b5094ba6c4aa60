export * from "./schemas/alerts";
export * from "./schemas/analysis";
export * from "./schemas/corrections";
export * from "./schemas/own-intents";
export * from "./schemas/quality";
export * from "./schemas/review";
export * from "./schemas/versions";
