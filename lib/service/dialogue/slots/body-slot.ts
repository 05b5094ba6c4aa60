import { adviseProductSize } from "@/lib/data/catalog";
import type { AdviseProductSizeInput } from "@/lib/data/catalog/schemas";
import type { Filled } from "../memory";
import type { Dialogue, Slot, Values } from "../task";

type Body = AdviseProductSizeInput["body"];
type Preference = NonNullable<AdviseProductSizeInput["preference"]>;

const FIELDS = {
  height: "heightCm",
  weight: "weightKg",
  chest: "chestCm",
  waist: "waistCm",
  hips: "hipCm",
  foot: "footLengthCm",
} as const satisfies Record<string, keyof Body>;

const FITS: readonly [Preference, RegExp][] = [
  ["loose", /宽松|寬鬆|大一点|肥一点|loose|baggy|oversized?|roomy|holgad|suelt[oa]|amplio/iu],
  ["tight", /修身|紧身|緊身|贴身|貼身|合身|tight|slim|fitted|snug|ajustad|ceñid|entallad/iu],
];

const OTHER_PERSON =
  /(?<!\p{L})(?:(?:and|what about) (?:for )?(?:my|him|her)|(?:it'?s )?for (?:my|him|her)|para mi (?:herman[oa]|hij[oa]|marido|mujer|padre|madre|novi[oa]|espos[oa])|y (?:él|ella))(?!\p{L})|那(?:他|她)|(?:我|给我?)(?:爸|妈|弟|哥|姐|妹|儿子|女儿|老公|老婆)(?:呢|也|的)/iu;

/** Of the person who will wear it, what the size chart needs; asked for until it says something. */
export const bodySlot: Slot = {
  async fill(dialogue, values, isAsked) {
    const measured = measuredIn(dialogue);
    // "And for my brother? He's 181 cm": what is known is of somebody else.
    const isOther = OTHER_PERSON.test(dialogue.turn.text) && Object.keys(measured).length > 0;
    const body: Body = { ...(isOther ? {} : dialogue.memory.body), ...measured };
    const productId = String(values.product!.value);
    const advice = await adviseProductSize(dialogue.ctx, { productId, body });
    if (advice.isPossible || advice.reason !== "needs_measurements")
      return { is: "filled", filled: toFilled(dialogue, body), remember: { body } };
    const { language, words } = dialogue;
    const needs = advice.needs.map((measure) => words(`size.measure.${measure}`));
    const list = new Intl.ListFormat(language, { type: "disjunction" }).format(needs);
    const isMiss = isAsked && Object.keys(measured).length === 0;
    return { is: "question", text: words("size.ask", { needs: list }), isMiss, remember: { body } };
  },
  hears: (dialogue) => Object.keys(measuredIn(dialogue)).length > 0,
};

export const bodyIn = (values: Values) => values.body!.value as { body: Body; preference: Preference };

function toFilled({ turn }: Dialogue, body: Body): Filled {
  const preference = FITS.find(([, pattern]) => pattern.test(turn.text))?.[0] ?? "regular";
  return { value: { body, preference }, label: Object.values(body).join(" / ") };
}

/** A bare "55 kg" is a weight; centimetres count where the text says of what. */
function measuredIn({ turn }: Dialogue): Body {
  const found = turn.understanding.entities.flatMap(({ type, value, measure }) => {
    const unit = /^([\d.]+) (cm|kg)$/.exec(value);
    if (type !== "measurement" || !unit) return [];
    const what = measure ?? (unit[2] === "kg" ? "weight" : null);
    return what ? [[FIELDS[what], Number(unit[1])] as const] : [];
  });
  return Object.fromEntries(found);
}
