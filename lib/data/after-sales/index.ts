import "server-only";

export { cancelOrder, checkCancelOrder } from "./cancel-order";
export { changeShippingAddress, checkChangeShippingAddress } from "./change-shipping-address";
export { getServicePolicy } from "./get-service-policy";
export type { ServedPerson } from "./served-person";
export { updateServicePolicy } from "./update-service-policy";
