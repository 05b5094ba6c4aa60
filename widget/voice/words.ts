import type { Locale } from "../identity";

export interface VoiceWords {
  label: string;
  asking: string;
  recording: (seconds: number) => string;
  secondsLeft: (seconds: number) => string;
  limit: (seconds: number) => string;
  ended: string;
  sending: string;
  failed: string;
  notAccepted: string;
  refused: string;
  noDevice: string;
  busy: string;
  empty: string;
  cancel: string;
  discard: string;
  send: string;
  retry: string;
}

export const VOICE_WORDS: Record<Locale, VoiceWords> = {
  en: {
    label: "Voice message",
    asking: "Please allow the microphone.",
    recording: (seconds) => `Recording, at most ${seconds} seconds.`,
    secondsLeft: (seconds) => `${seconds} seconds left.`,
    limit: (seconds) => `${seconds} seconds are the most. Send it or discard it.`,
    ended: "The microphone was disconnected. Send what you have or discard it.",
    sending: "Sending…",
    failed: "Not sent. Check the connection and try again.",
    notAccepted: "This recording was not accepted. Please write instead.",
    refused: "The microphone is blocked. Allow it for this site in the browser's settings, then try again.",
    noDevice: "No microphone was found. Connect one and try again.",
    busy: "The microphone cannot be used. Perhaps another program has it; close that and try again.",
    empty: "Nothing was recorded. Try again.",
    cancel: "Cancel recording",
    discard: "Discard recording",
    send: "Send voice message",
    retry: "Try again",
  },
  "zh-CN": {
    label: "语音消息",
    asking: "请允许使用麦克风。",
    recording: (seconds) => `正在录音，最长 ${seconds} 秒。`,
    secondsLeft: (seconds) => `还剩 ${seconds} 秒。`,
    limit: (seconds) => `已到 ${seconds} 秒上限，请发送或放弃。`,
    ended: "麦克风已断开，可发送已录的部分或放弃。",
    sending: "发送中…",
    failed: "发送失败，请检查网络后重试。",
    notAccepted: "这段录音无法识别，请改用文字发送。",
    refused: "麦克风被禁用了。请在浏览器设置里允许本网站使用麦克风，再试一次。",
    noDevice: "没有找到麦克风，请连接后重试。",
    busy: "麦克风无法使用，可能被其他程序占用，请关闭后重试。",
    empty: "没有录到声音，请重试。",
    cancel: "取消录音",
    discard: "放弃录音",
    send: "发送语音",
    retry: "重试",
  },
  es: {
    label: "Mensaje de voz",
    asking: "Permite el uso del micrófono.",
    recording: (seconds) => `Grabando, como máximo ${seconds} segundos.`,
    secondsLeft: (seconds) => `Quedan ${seconds} segundos.`,
    limit: (seconds) => `El máximo son ${seconds} segundos. Envíalo o descártalo.`,
    ended: "Se ha desconectado el micrófono. Envía lo grabado o descártalo.",
    sending: "Enviando…",
    failed: "No se ha enviado. Revisa la conexión e inténtalo otra vez.",
    notAccepted: "No se ha podido aceptar la grabación. Escríbelo, por favor.",
    refused:
      "El micrófono está bloqueado. Permítelo para este sitio en los ajustes del navegador y reinténtalo.",
    noDevice: "No se ha encontrado ningún micrófono. Conecta uno y reinténtalo.",
    busy: "No se puede usar el micrófono. Quizá lo tenga otro programa; ciérralo y reinténtalo.",
    empty: "No se ha grabado nada. Inténtalo otra vez.",
    cancel: "Cancelar la grabación",
    discard: "Descartar la grabación",
    send: "Enviar mensaje de voz",
    retry: "Reintentar",
  },
};
