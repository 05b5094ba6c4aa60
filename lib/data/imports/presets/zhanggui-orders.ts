import { ownPreset } from "./zhanggui";

/** Our own orders file; see the fields in `fields.ts`. */
export const zhangguiOrders = ownPreset("orders");
