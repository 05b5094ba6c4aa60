import "server-only";

export { ERASED_TEXT, eraseCustomer } from "./erase-customer";
export { exportCustomer } from "./export-customer";
export { listCustomerTimeline } from "./list-customer-timeline";
export { mergeCustomers } from "./merge-customers";
export { getCustomer, getCustomerNames, listCustomers } from "./queries";
export { findDuplicates } from "./same-person/find-duplicates";
export { judgeMatch, type Known, type Reason } from "./same-person/judge-match";
export { markDistinct } from "./same-person/mark-distinct";
export { contactsOf, customersWith, readKnown, readShopCountry } from "./same-person/read-known";
export { getCustomerSummaries, getCustomerSummary } from "./summarize-customers";
export { upsertCustomers } from "./upsert-customers";
