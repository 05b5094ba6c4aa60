import type { PersonalDataType } from "@/lib/intelligence/text/mask-personal-data";
import type { Hint } from "./hinting";
import type { Locale } from "./identity";

export interface Words {
  openChat: string;
  openChatUnread: (count: number) => string;
  closeChat: string;
  /** Names the part of the page that holds the chat. */
  region: string;
  bot: string;
  botAnswers: string;
  waiting: string;
  agentAnswers: (name: string) => string;
  anAgent: string;
  you: string;
  greeting: string;
  ask: string;
  whereIsMyOrder: string;
  talkToPerson: string;
  /** What the button sends; the bot knows the word. */
  personWord: string;
  placeholder: string;
  send: string;
  sending: string;
  sent: string;
  failed: string;
  retry: string;
  conversation: string;
  newMessages: (count: number) => string;
  botIsTyping: string;
  isTyping: (name: string) => string;
  seenWhileWriting: string;
  reconnecting: string;
  loading: string;
  handoff: string;
  takeover: (name: string) => string;
  handback: string;
  resolved: string;
  reopened: string;
  rated: (score: string) => string;
  rateQuestion: string;
  rateScore: (score: number) => string;
  rateWords: readonly [string, string, string, string, string];
  rateComment: string;
  rateSend: string;
  rateThanks: string;
  rateFailed: string;
  tooLong: (max: number) => string;
  /** Says what was hidden in a message before it was sent. */
  hidden: (what: string) => string;
  /** What hides personal data could not be loaded, so the message stays. */
  unmasked: string;
  hints: Record<Hint, string>;
  hiddenKinds: Record<PersonalDataType, string>;
  record: string;
  recorderFailed: string;
  voiceMessage: (seconds: number) => string;
  attach: string;
  /** Names the list of what goes with the next message. */
  files: string;
  file: string;
  picture: (name: string) => string;
  openPicture: string;
  removeFile: (name: string) => string;
  uploading: string;
  fileReady: string;
  tooManyFiles: (max: number) => string;
  /** Cause and remedy of a file that was not taken. */
  fileErrors: Record<"type" | "size" | "damaged" | "tooMany" | "network", string>;
  today: string;
  yesterday: string;
}

function kinds(
  email: string,
  phone: string,
  card: string,
  account: string,
  id: string,
): Words["hiddenKinds"] {
  const ids = { chinese_id: id, spanish_id: id, curp: id, us_ssn: id };
  return { email, phone, payment_card: card, iban: account, ...ids };
}

const en: Words = {
  openChat: "Open chat",
  openChatUnread: (count) => `Open chat, ${count} new ${count === 1 ? "message" : "messages"}`,
  closeChat: "Close chat",
  region: "Customer service chat",
  bot: "Assistant",
  botAnswers: "The assistant answers at once",
  waiting: "Waiting for a colleague…",
  agentAnswers: (name) => `You are talking to ${name}`,
  anAgent: "a colleague",
  you: "You",
  greeting: "Hello! Ask me where your order is, or anything else about the shop.",
  ask: "Common questions",
  whereIsMyOrder: "Where is my order?",
  talkToPerson: "Talk to a person",
  personWord: "human",
  placeholder: "Write a message",
  send: "Send",
  sending: "Sending…",
  sent: "Sent",
  failed: "Not sent",
  retry: "Try again",
  conversation: "Conversation",
  newMessages: (count) => `${count} new ${count === 1 ? "message" : "messages"}`,
  botIsTyping: "The assistant is looking…",
  isTyping: (name) => `${name} is writing…`,
  seenWhileWriting: "Our people can see what you write before you send it.",
  reconnecting: "Connection lost. Trying again…",
  loading: "Loading the conversation…",
  handoff: "Passed to a colleague",
  takeover: (name) => `${name} joined the conversation`,
  handback: "The assistant answers again",
  resolved: "Conversation closed",
  reopened: "Conversation opened again",
  rated: (score) => `You rated this conversation ${score} out of 5`,
  rateQuestion: "How did we do?",
  rateScore: (score) => `${score} out of 5`,
  rateWords: ["Very poor", "Poor", "All right", "Good", "Very good"],
  rateComment: "What should we know? (optional)",
  rateSend: "Send rating",
  rateThanks: "Thank you for your rating.",
  rateFailed: "The rating was not sent. Please try again.",
  tooLong: (max) => `At most ${max} characters; send the rest in a second message.`,
  hidden: (what) => `Hidden before sending: ${what}. The shop does not get it.`,
  unmasked: "Not sent: the protection of your data could not be loaded. Check the connection and try again.",
  hints: {
    orderNumber: "Add the order number: that saves a question.",
    orderProof: "Add the order number and the e-mail or phone on the order: that saves a question.",
    person: "No need to write more: “Talk to a person” passes you on.",
  },
  hiddenKinds: kinds(
    "e-mail address",
    "phone number",
    "card number",
    "bank account number",
    "identity number",
  ),
  record: "Record a voice message",
  recorderFailed: "The recorder could not be loaded. Check the connection and try again.",
  voiceMessage: (seconds) => `Voice message, ${seconds} s`,
  attach: "Attach files",
  files: "Files to send",
  file: "File",
  picture: (name) => `Picture: ${name}`,
  openPicture: "Open large",
  removeFile: (name) => `Remove ${name}`,
  uploading: "Uploading…",
  fileReady: "Ready to send",
  tooManyFiles: (max) => `At most ${max} files go with one message. Send the others in a second one.`,
  fileErrors: {
    type: "This kind of file is not taken. Send a JPEG, PNG, PDF, MP4 or WebM.",
    size: "Too large: pictures have at most 10 MB, videos 50. Send a smaller one.",
    damaged: "The file is damaged. Save it again and attach the whole file.",
    tooMany: "Too many files for now. Wait a while, or write instead.",
    network: "It did not arrive. Check the connection and try again.",
  },
  today: "Today",
  yesterday: "Yesterday",
};

const zhCN: Words = {
  openChat: "打开客服对话",
  openChatUnread: (count) => `打开客服对话，${count} 条新消息`,
  closeChat: "关闭对话",
  region: "在线客服",
  bot: "智能客服",
  botAnswers: "智能客服在线，即问即答",
  waiting: "正在为您转接人工客服…",
  agentAnswers: (name) => `${name} 正在为您服务`,
  anAgent: "人工客服",
  you: "我",
  greeting: "您好！想查订单到哪了，或者有其他问题，直接告诉我就行。",
  ask: "常见问题",
  whereIsMyOrder: "我的订单到哪了？",
  talkToPerson: "转人工",
  personWord: "人工",
  placeholder: "请输入消息",
  send: "发送",
  sending: "发送中…",
  sent: "已发送",
  failed: "发送失败",
  retry: "重试",
  conversation: "对话记录",
  newMessages: (count) => `${count} 条新消息`,
  botIsTyping: "智能客服正在查询…",
  isTyping: (name) => `${name} 正在输入…`,
  seenWhileWriting: "发送之前，客服人员就能看到您正在输入的内容。",
  reconnecting: "连接已断开，正在重连…",
  loading: "正在加载对话…",
  handoff: "已转人工客服",
  takeover: (name) => `${name} 已接入，为您服务`,
  handback: "已转回智能客服",
  resolved: "本次对话已结束",
  reopened: "对话已重新开启",
  rated: (score) => `您已评价：${score} 分（满分 5 分）`,
  rateQuestion: "这次服务您满意吗？",
  rateScore: (score) => `${score} 分`,
  rateWords: ["很不满意", "不满意", "一般", "满意", "非常满意"],
  rateComment: "有什么想告诉我们的？（选填）",
  rateSend: "提交评价",
  rateThanks: "感谢您的评价。",
  rateFailed: "评价没有提交成功，请再试一次。",
  tooLong: (max) => `最多 ${max} 个字，其余内容请分条发送。`,
  hidden: (what) => `发送前已隐藏${what}，商家看不到。`,
  unmasked: "未发送：个人信息保护功能加载失败，请检查网络后重试。",
  hints: {
    orderNumber: "写上订单号，处理更快。",
    orderProof: "写上订单号和下单时留的邮箱或手机号，处理更快。",
    person: "不用多写，点“转人工”就能转接。",
  },
  hiddenKinds: kinds("邮箱", "电话", "银行卡号", "银行账号", "证件号"),
  record: "录制语音消息",
  recorderFailed: "录音功能加载失败，请检查网络后重试。",
  voiceMessage: (seconds) => `语音消息，${seconds} 秒`,
  attach: "添加文件",
  files: "待发送的文件",
  file: "文件",
  picture: (name) => `图片：${name}`,
  openPicture: "查看大图",
  removeFile: (name) => `移除 ${name}`,
  uploading: "正在上传…",
  fileReady: "可以发送",
  tooManyFiles: (max) => `一条消息最多带 ${max} 个文件，其余的请另发一条。`,
  fileErrors: {
    type: "不支持这种文件。请发 JPEG、PNG、PDF、MP4 或 WebM。",
    size: "文件太大：图片不超过 10 MB，视频不超过 50 MB。请发小一点的。",
    damaged: "文件已损坏。请重新保存后，添加完整的文件。",
    tooMany: "文件发得太多了。请稍后再试，或改发文字。",
    network: "没有传上去。请检查网络后重试。",
  },
  today: "今天",
  yesterday: "昨天",
};

const es: Words = {
  openChat: "Abrir el chat",
  openChatUnread: (count) => `Abrir el chat, ${count} ${count === 1 ? "mensaje nuevo" : "mensajes nuevos"}`,
  closeChat: "Cerrar el chat",
  region: "Chat de atención al cliente",
  bot: "Asistente",
  botAnswers: "El asistente responde al momento",
  waiting: "Esperando a un agente…",
  agentAnswers: (name) => `Te atiende ${name}`,
  anAgent: "un agente",
  you: "Tú",
  greeting: "¡Hola! Pregúntame dónde está tu pedido o cualquier otra cosa de la tienda.",
  ask: "Preguntas frecuentes",
  whereIsMyOrder: "¿Dónde está mi pedido?",
  talkToPerson: "Hablar con una persona",
  personWord: "agente",
  placeholder: "Escribe un mensaje",
  send: "Enviar",
  sending: "Enviando…",
  sent: "Enviado",
  failed: "No se ha enviado",
  retry: "Reintentar",
  conversation: "Conversación",
  newMessages: (count) => `${count} ${count === 1 ? "mensaje nuevo" : "mensajes nuevos"}`,
  botIsTyping: "El asistente lo está mirando…",
  isTyping: (name) => `${name} está escribiendo…`,
  seenWhileWriting: "Nuestro equipo puede ver lo que escribes antes de que lo envíes.",
  reconnecting: "Se ha perdido la conexión. Reintentando…",
  loading: "Cargando la conversación…",
  handoff: "Hemos avisado a un agente",
  takeover: (name) => `${name} se ha unido a la conversación`,
  handback: "El asistente vuelve a responder",
  resolved: "Conversación cerrada",
  reopened: "Conversación reabierta",
  rated: (score) => `Has valorado la conversación con ${score} de 5`,
  rateQuestion: "¿Qué tal te hemos atendido?",
  rateScore: (score) => `${score} de 5`,
  rateWords: ["Muy mal", "Mal", "Regular", "Bien", "Muy bien"],
  rateComment: "¿Quieres contarnos algo más? (opcional)",
  rateSend: "Enviar valoración",
  rateThanks: "Gracias por tu valoración.",
  rateFailed: "La valoración no se ha enviado. Inténtalo otra vez.",
  tooLong: (max) => `Como máximo ${max} caracteres; envía el resto en otro mensaje.`,
  hidden: (what) => `Ocultado antes de enviar: ${what}. La tienda no lo recibe.`,
  unmasked:
    "No se ha enviado: no se pudo cargar la protección de tus datos. Revisa la conexión y reinténtalo.",
  hints: {
    orderNumber: "Añade el número de pedido y nos ahorramos una pregunta.",
    orderProof:
      "Añade el número de pedido y el correo o teléfono con que compraste: nos ahorramos una pregunta.",
    person: "No hace falta escribir más: pulsa «Hablar con una persona».",
  },
  hiddenKinds: kinds("correo", "teléfono", "número de tarjeta", "número de cuenta", "número de documento"),
  record: "Grabar un mensaje de voz",
  recorderFailed: "No se ha podido cargar la grabadora. Revisa la conexión e inténtalo otra vez.",
  voiceMessage: (seconds) => `Mensaje de voz, ${seconds} s`,
  attach: "Adjuntar archivos",
  files: "Archivos por enviar",
  file: "Archivo",
  picture: (name) => `Imagen: ${name}`,
  openPicture: "Ver en grande",
  removeFile: (name) => `Quitar ${name}`,
  uploading: "Subiendo…",
  fileReady: "Listo para enviar",
  tooManyFiles: (max) => `Con un mensaje van ${max} archivos como máximo. Envía los demás en otro.`,
  fileErrors: {
    type: "No se admite este tipo de archivo. Envía JPEG, PNG, PDF, MP4 o WebM.",
    size: "Demasiado grande: imágenes hasta 10 MB, vídeos hasta 50. Envía uno más pequeño.",
    damaged: "El archivo está dañado. Guárdalo de nuevo y adjúntalo entero.",
    tooMany: "Demasiados archivos por ahora. Espera un poco, o escribe.",
    network: "No llegó. Comprueba la conexión e inténtalo de nuevo.",
  },
  today: "Hoy",
  yesterday: "Ayer",
};

export const WORDS: Record<Locale, Words> = { en, "zh-CN": zhCN, es };
