import "server-only";

export { getOverview } from "./get-overview";
