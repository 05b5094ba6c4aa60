import "server-only";

export { listAuditLog } from "./queries";
export { recordAudit } from "./record-audit";
