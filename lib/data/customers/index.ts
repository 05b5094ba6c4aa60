import "server-only";

export { ERASED_TEXT, eraseCustomer } from "./erase-customer";
export { exportCustomer } from "./export-customer";
export { listCustomerTimeline } from "./list-customer-timeline";
export { mergeCustomers } from "./merge-customers";
export { getCustomer, getCustomerNames, listCustomers } from "./queries";
export { getCustomerSummaries, getCustomerSummary } from "./summarize-customers";
export { upsertCustomers } from "./upsert-customers";
