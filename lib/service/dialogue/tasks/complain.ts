import { openComplaint } from "@/lib/data/after-sales";
import type { COMPLAINT_CATEGORIES } from "@/lib/data/after-sales/schemas";
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
        const isToldAlready = letters(dialogue.turn.text) >= ENOUGH_LETTERS;
        return textSlot("complaint.ask", 4_000).fill(dialogue, values, isAsked || isToldAlready);
      },
    },
  },
  async answer(dialogue, values) {
    const text = String(values.text!.value);
    const category = ABOUT.find(([, pattern]) => pattern.test(text))?.[0] ?? "other";
    await openComplaint(
      dialogue.ctx,
      {
        requestKey: `chat:${dialogue.turn.conversation.id}:${dialogue.turn.messageId}`,
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
};

const letters = (text: string) => (text.match(/\p{Script=Han}|\p{L}/gu) ?? []).length;
const feelsStrongly = ({ turn }: Dialogue) => turn.understanding.sentiment.score <= HIGH_SEVERITY;
