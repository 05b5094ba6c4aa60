import { loadScript } from "../load-script";
import type { VoiceModule } from "./types";

/** Pages without HTTPS and older browsers have no microphone to offer. */
export function canRecord(): boolean {
  return (
    typeof navigator.mediaDevices?.getUserMedia === "function" &&
    typeof MediaRecorder === "function" &&
    typeof AudioContext === "function"
  );
}

export function loadVoice(origin: string, nonce: string): Promise<VoiceModule> {
  return loadScript(`${origin}/widget-voice.js`, nonce, () => window.ZhangguiVoice);
}
