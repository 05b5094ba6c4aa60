import { openComplaint } from "@/lib/data/after-sales";
import type { COMPLAINT_CATEGORIES } from "@/lib/data/after-sales/schemas";
import { readMood } from "../reading/read-mood";
import { asksSomething } from "../reading/split-clauses";
import { textSlot } from "../slots/text-slot";
import type { Dialogue, Task } from "../task";

type Category = (typeof COMPLAINT_CATEGORIES)[number];

/** From so many letters on the message that complains says what about. */
const ENOUGH_LETTERS = 12;
const HIGH_SEVERITY = -0.8;

const ABOUT: readonly [Category, RegExp][] = [
  [
    "delivery",
    /快递|快遞|物流|配送|派送|送货|courier|deliver|driver|parcel|repartidor|mensajer|env[ií]o|entrega|paquete/iu,
  ],
  ["refund", /退款|退钱|退錢|refund|money back|reembolso|devoluci[oó]n del dinero/iu],
  ["price", /价格|價格|涨价|多收|乱收|price|overcharg|charged|precio|cobr/iu],
  ["privacy", /隐私|隱私|泄露|个人信息|privacy|my data|personal data|privacidad|datos personales/iu],
  [
    "service",
    /客服|态度|態度|服务|服務|staff|service|rude|agent|support|atenci[oó]n|servicio|maleducad|gross?er/iu,
  ],
  ["product", /质量|品質|商品|产品|假货|product|quality|item|fake|producto|calidad|art[ií]culo/iu],
];

/** Writes a complaint down and gives it to a person, who owns the answer. */
export const complain: Task = {
  id: "complain",
  opensOn: ["complaint"],
  slots: {
    text: {
      ...textSlot("complaint.ask", 4_000),
      async fill(dialogue, values, isAsked) {
        const isToldAlready = letters(dialogue.turn.text.replace(MERE_WISH, "")) >= ENOUGH_LETTERS;
        return textSlot("complaint.ask", 4_000).fill(dialogue, values, isAsked || isToldAlready);
      },
    },
  },
  change: {
    // Who only lets off steam is asked whether it shall be a complaint; whoever is angry is not asked anything more.
    async prepare({ words, turn, opening, memory }, values) {
      const isMeant = FILE.test(`${turn.text} ${opening} ${values.text!.label}`);
      const isAngry = readMood(memory.feelings ?? [], turn.rules.anger.messages) === "angry";
      const question = words("complaint.confirm");
      return isMeant || isAngry ? { question, isAgreed: true } : { question };
    },
    // Who goes on complaining has answered.
    agrees: ({ turn }) => turn.understanding.intent.id === "complaint" && !asksSomething(turn.text),
    async act(dialogue, values, key) {
      const text = String(values.text!.value);
      const category = ABOUT.find(([, pattern]) => pattern.test(text))?.[0] ?? "other";
      await openComplaint(
        dialogue.ctx,
        {
          requestKey: `chat:${dialogue.turn.conversation.id}:${key}`,
          conversationId: dialogue.turn.conversation.id,
          severity: feelsStrongly(dialogue) ? "high" : "normal",
          ...{ category, text },
        },
        { customerId: dialogue.turn.customerId },
      );
      return dialogue.turn.rules.complaint.isOn
        ? { text: dialogue.words("complaint.done"), handoff: "complaint" }
        : { text: dialogue.words("complaint.noted") };
    },
  },
};

/** "I want to make a complaint" says that there is one, and nothing of it. */
const MERE_WISH =
  /(?<!\p{L})(?:hello|hi|hey|good (?:morning|afternoon|evening)|hola|buen[oa]s(?: (?:d[ií]as|tardes|noches))?|(?:i(?:'| woul)?d like|i want|i need|can i|may i|how do i|quiero|quisiera|necesito|me gustar[ií]a|puedo|deseo) (?:to )?)|(?:(?:make|file|lodge|submit|poner|presentar|hacer|interponer) )?(?:an? |una )?(?:formal )?(?:complaint|queja|reclamaci[oó]n|reclamo)s?(?!\p{L})|你好|您好|我(?:想|要|想要)?(?:投诉|投訴)|投诉你们|please|por favor/giu;

const FILE = /投诉|投訴|(?<!\p{L})(?:complain|complaint|reclamaci[oó]n|reclamo|queja)(?!\p{L})/iu;
const PUT_DOWN =
  /登记|登記|记录|記錄|正式|提交|受理|(?<!\p{L})(?:register|file|lodge|log|put down|record|submit|make|formal\p{L}*|registr\p{L}*|pon(?:er|ga|gan)?|presentar|tramit\p{L}*|anot\p{L}*)(?!\p{L})/iu;

/** Whether a message wants its complaint written down, whatever it wants besides, and says what it is about. */
export const asksToFile = (text: string): boolean =>
  FILE.test(text) && PUT_DOWN.test(text) && letters(text.replace(MERE_WISH, "")) >= ENOUGH_LETTERS;

/** A Chinese character says as much as two letters. */
const letters = (text: string) =>
  (text.match(/\p{L}/gu) ?? []).length + (text.match(/\p{Script=Han}/gu) ?? []).length;
const feelsStrongly = ({ turn }: Dialogue) => turn.understanding.sentiment.score <= HIGH_SEVERITY;
