import "server-only";

export { analyzeVoice } from "./analyze-voice";
export { type HearingTools, hearRecording } from "./hear-recording";
