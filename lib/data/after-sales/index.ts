import "server-only";

export { cancelOrder, checkCancelOrder } from "./cancel-order";
export { changeShippingAddress, checkChangeShippingAddress } from "./change-shipping-address";
export { getRefundStatus } from "./get-refund-status";
export { getServicePolicy } from "./get-service-policy";
export { listOrderRequests } from "./list-order-requests";
export { checkExchange, requestExchange } from "./request-exchange";
export { checkInvoice, requestInvoice } from "./request-invoice";
export { checkPriceProtection, requestPriceProtection } from "./request-price-protection";
export { checkReturn, requestReturn } from "./request-return";
export type { ServedPerson } from "./served-person";
export { settleOrderRequest } from "./settle-order-request";
export { updateServicePolicy } from "./update-service-policy";
