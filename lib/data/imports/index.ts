import "server-only";

export { cancelImport } from "./cancel-import";
export { checkHeader } from "./check-header";
export { importFile } from "./import-file";
export type { ImportProgress } from "./import-progress";
export { runImportJob } from "./jobs";
export { findPreset, IMPORT_PRESETS } from "./presets";
export type { ImportPreset } from "./presets/preset";
export { type PreviewFileInput, previewFile } from "./preview-file";
export { getImport, listImports } from "./queries";
export { type RunImportOptions, runImport } from "./run-import";
export { startImport } from "./start-import";
export { type RejectionsFile, streamRejections } from "./stream-rejections";
