import "server-only";

export { getBusinessHours } from "./get-business-hours";
export { readBusinessHours } from "./read-hours";
export { setBusinessHours } from "./set-business-hours";
