import "server-only";

export { createInboxView } from "./create-inbox-view";
export { deleteInboxView } from "./delete-inbox-view";
export { listInboxViews } from "./list-inbox-views";
export { reorderInboxViews } from "./reorder-inbox-views";
export { updateInboxView } from "./update-inbox-view";
