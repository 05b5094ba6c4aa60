import "server-only";

export { recordEvents } from "./record-events";
