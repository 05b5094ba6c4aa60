import type { Locale } from "../identity";

/** The recorder in the place of the text field, from the first permission to the sent message. */
export interface RecorderPanel {
  readonly element: HTMLElement;
  /** Asks for the microphone and records. Never rejects: what goes wrong is said in the panel. */
  start(): Promise<void>;
  /** Throws the recording away and closes. */
  cancel(): void;
}

export interface RecorderOptions {
  locale: Locale;
  root: ShadowRoot;
  nonce: string;
  /** Rejects when it was not sent; the same id may then be sent again. */
  send: (recording: Blob, clientMessageId: string) => Promise<void>;
  onClose: () => void;
}

/** What the second script gives to the first. */
export interface VoiceModule {
  openRecorder(options: RecorderOptions): RecorderPanel;
}

declare global {
  interface Window {
    ZhangguiVoice?: VoiceModule;
  }
}
