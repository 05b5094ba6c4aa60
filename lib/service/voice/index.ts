import "server-only";

export { type AnalyzeVoiceTools, analyzeVoice } from "./analyze-voice";
