import { ownPreset } from "./zhanggui";

/** Our own products file; see the fields in `fields.ts`. */
export const zhangguiProducts = ownPreset("products");
