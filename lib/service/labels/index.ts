import "server-only";

export { createLabel } from "./create-label";
export { deleteLabel } from "./delete-label";
export { listLabels } from "./queries";
export { updateLabel } from "./update-label";
