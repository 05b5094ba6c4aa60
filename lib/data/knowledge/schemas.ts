export * from "./schemas/articles";
export * from "./schemas/groups";
export * from "./schemas/imports";
export * from "./schemas/questions";
export * from "./schemas/search";
