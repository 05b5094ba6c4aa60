import { BrowserModel } from "@/lib/platform/models/browser/browser-model";
import { HintFinder } from "./hint-finder";

/** For shops that give hints alone, so a script of its own. */
window.ZhangguiHints = (origin) => new HintFinder(new BrowserModel({ origin }));
