export * from "./schemas/address";
export * from "./schemas/cancel";
export * from "./schemas/invoice";
export * from "./schemas/policy";
export * from "./schemas/price-protection";
export * from "./schemas/requests";
export * from "./schemas/returns";
