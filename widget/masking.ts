import type { PersonalDataType } from "@/lib/intelligence/text/mask-personal-data";
import type { VisitorSessionDto } from "@/lib/service/conversations/schemas";
import type { Locale } from "./identity";
import type { Masker } from "./mask/load";
import { toPattern } from "./order-number-pattern";
import type { SafeStorage } from "./storage";

export interface MaskedText {
  text: string;
  /** What was hidden, each kind once, in the order of the text. */
  hidden: PersonalDataType[];
}

export interface SendOutcome {
  hidden: readonly PersonalDataType[];
  /** `tooLong`: it grew over the limit by hiding; `unmasked`: what hides could not be loaded. */
  refused: "tooLong" | "unmasked" | null;
}

interface Setting {
  isOn: boolean;
  orderNumberPattern: string | null;
}

const UNKNOWN: Setting = { isOn: true, orderNumberPattern: null };

/**
 * Hides personal data where the shop wants it hidden. The setting comes with the session and is kept for the next
 * page; a visitor who writes before any session was opened is protected, since what was sent cannot be taken back.
 */
export class Masking {
  constructor(
    private readonly shared: SafeStorage,
    private readonly load: () => Promise<Masker>,
  ) {}

  learn({ maskPersonalData, orderNumberPattern }: VisitorSessionDto): void {
    const setting: Setting = { isOn: maskPersonalData, orderNumberPattern };
    this.shared.set("masking", JSON.stringify(setting));
    // It is there before the first message; where it is not, sending tries again.
    if (setting.isOn) this.load().catch(() => {});
  }

  forget(): void {
    this.shared.set("masking", null);
  }

  /**
   * Rejects when the script that hides cannot be loaded: then nothing may be sent.
   * @param asksForContact the bot waits for an e-mail or a phone: these two are sent, everything else is hidden.
   */
  async mask(text: string, locale: Locale, asksForContact: boolean): Promise<MaskedText> {
    const { isOn, orderNumberPattern } = this.setting();
    if (!isOn) return { text, hidden: [] };
    const pattern = toPattern(orderNumberPattern);
    const maskPersonalData = await this.load();
    const masked = maskPersonalData(text, {
      language: languageOf(text, locale),
      ...(pattern ? { orderNumberPattern: pattern } : {}),
      ...(asksForContact ? { keep: ["email", "phone"] } : {}),
    });
    return { text: masked.text, hidden: [...new Set(masked.found.map(({ type }) => type))] };
  }

  private setting(): Setting {
    try {
      return (JSON.parse(this.shared.get("masking") ?? "null") as Setting | null) ?? UNKNOWN;
    } catch {
      return UNKNOWN;
    }
  }
}

/** The marks are in the writer's language where the writing shows it, else in the chat's. */
function languageOf(text: string, locale: Locale): "en" | "zh" | "es" {
  if (/[\u4e00-\u9fff]/.test(text)) return "zh";
  if (/[¿¡ñáéíóú]/i.test(text)) return "es";
  return locale === "zh-CN" ? "zh" : locale;
}
