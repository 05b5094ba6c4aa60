import { RETURN_REASONS, type ReturnReason } from "@/lib/data/after-sales/schemas";
import { SURE } from "../confidence";
import { chooseOptions, type Option } from "../reading/choose-option";
import { readReturnReason } from "../reading/read-return-reason";
import { asksSomething } from "../reading/split-clauses";
import { type Dialogue, offeredFor, type Slot, type Values } from "../task";

const ASKS = /[?？吗嗎]|会不会|會不會|是不是|能不能|呢\s*$/u;
/** Offered to whoever has not said why; whatever else is said is kept as "other". */
const OFFERED = RETURN_REASONS.filter((reason) => reason !== "late");

/** Why goods come back. */
export const returnReasonSlot: Slot = {
  async fill(dialogue, _values, isAsked) {
    const reason =
      given(dialogue) ??
      (isAsked && (saysSomething(dialogue) || wantsNoReason(dialogue)) ? "other" : null) ??
      (isAsked ? null : readReturnReason(dialogue.opening));
    if (reason) return { is: "filled", filled: { value: reason, label: dialogue.words(`reason.${reason}`) } };
    const offered = options(dialogue);
    const list = offered.map(({ label }, i) => `${i + 1}. ${label}`).join("\n");
    return { is: "question", text: dialogue.words("reason.ask", { list }), offered, isMiss: isAsked };
  },
  stands: true,
  // "No, it is broken" says why; "I changed my mind" may be said of the return itself.
  isCorrected({ turn }) {
    const reason = readReturnReason(turn.text);
    return reason !== null && reason !== "changed_mind" && !/[?？]/.test(turn.text);
  },
  // "I don't want it any more" sounds like cancelling to whoever has not heard the question.
  claims: ({ turn }) => readReturnReason(turn.text) !== null && !ASKS.test(turn.text),
  takesAnything: (dialogue) => given(dialogue) === null,
  hears: (dialogue) => given(dialogue) !== null || saysSomething(dialogue),
};

export const reasonIn = (values: Values) => values.reason!.value as ReturnReason;

function given(dialogue: Dialogue): ReturnReason | null {
  const picked = chooseOptions(dialogue.turn.text, offeredFor(dialogue, "reason"));
  const known = RETURN_REASONS.find((reason) => picked.length === 1 && picked[0]!.value === reason);
  return known ?? readReturnReason(dialogue.turn.text) ?? byIntent(dialogue);
}

/** "Just return it, please", to whoever asks why. */
const wantsNoReason = ({ consent, turn }: Dialogue) =>
  consent.answer === "yes" && consent.rest !== "" && !asksSomething(turn.text);

function byIntent({ turn }: Dialogue): ReturnReason | null {
  const { intent } = turn.understanding;
  if (intent.confidence < SURE) return null;
  return intent.id === "damaged_item" ? "defective" : intent.id === "wrong_item" ? "wrong_item" : null;
}

/** A reason in words of the customer's own, and no question or change of subject. */
const saysSomething = ({ turn }: Dialogue) =>
  (turn.text.match(/\p{L}/gu) ?? []).length >= 4 &&
  !/[?？]/.test(turn.text) &&
  !turn.understanding.isConfident;

const options = ({ words }: Dialogue): Option[] =>
  OFFERED.map((reason) => ({ value: reason, label: words(`reason.${reason}`) }));
