import "server-only";

export {
  createWidgetKey,
  revokeWidgetKey,
  setAllowedOrigins,
  setMaskPersonalData,
  setUnderstandInBrowser,
} from "./change-widget-key";
export { getShop, getWidgetSecret, listWidgetKeys } from "./queries";
export { readPeriod, type ShopPeriod } from "./read-period";
export { readTimeZone } from "./read-time-zone";
export { setTypingPreview } from "./set-typing-preview";
export { updateShop } from "./update-shop";
