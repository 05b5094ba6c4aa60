import { maskPersonalData } from "@/lib/intelligence/text/mask-personal-data";

/** For shops that hide personal data alone, so a script of its own. */
window.ZhangguiMask = maskPersonalData;
