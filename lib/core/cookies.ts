/** Preferences of a browser, written by its pages and read by the server at the next request. */
export const LOCALE_COOKIE = "locale";
/** The shop chosen in the switcher; membership is checked at each request. */
export const MERCHANT_COOKIE = "zhanggui-merchant";
