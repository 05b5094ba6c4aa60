export * from "./catalog";
export * from "./conversations";
export * from "./customers";
export * from "./events";
export * from "./imports";
export * from "./merchants";
export * from "./orders";
export * from "./platform";
