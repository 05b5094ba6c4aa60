import "server-only";

export { findOrderByProof, findOrderForCustomer, getOrderSummary, listRecentOrders } from "./find-orders";
export { priceOrder, toBaseMinor } from "./price-order";
export { getOrder, listOrders } from "./queries";
export { readCustomerOrders, readCustomerReturns } from "./read-orders";
export { startsNumber } from "./starts-number";
export { upsertOrders } from "./upsert-orders";
