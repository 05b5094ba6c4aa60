import { ownPreset } from "./zhanggui";

/** Our own customers file; see the fields in `fields.ts`. */
export const zhangguiCustomers = ownPreset("customers");
