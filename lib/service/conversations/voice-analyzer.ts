import type { AnalyzeVoice } from "./schemas";

/** What listens to voice messages. While it is null the widget shows no microphone and the route refuses them. */
export const voiceAnalyzer: AnalyzeVoice | null = null;
