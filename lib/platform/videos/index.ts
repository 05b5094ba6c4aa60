import "server-only";

export { lookIntoVideo, type VideoView } from "./look-into-video";
