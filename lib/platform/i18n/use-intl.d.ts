import type { Locale } from "@/lib/core/context";
import type { Messages } from "./index";

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
