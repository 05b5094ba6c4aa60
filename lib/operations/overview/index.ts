import "server-only";

export { getConversion } from "./get-conversion";
export { getOverview } from "./get-overview";
