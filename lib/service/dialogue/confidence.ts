/** From here on an intent is not in doubt. */
export const SURE = 0.8;
