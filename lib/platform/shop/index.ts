import "server-only";

export {
  createWidgetKey,
  revokeWidgetKey,
  setAllowedOrigins,
  setMaskPersonalData,
  setUnderstandInBrowser,
} from "./change-widget-key";
export { getShop, getWidgetSecret, listWidgetKeys } from "./queries";
export { updateShop } from "./update-shop";
