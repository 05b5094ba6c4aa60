export * from "./schemas/address";
export * from "./schemas/cancel";
export * from "./schemas/policy";
export * from "./schemas/requests";
export * from "./schemas/returns";
