import "server-only";

export { cleanFileName } from "./clean-file-name";
export { FILE_TYPES, type FileKind, type FileType, MAX_FILE_BYTES } from "./file-types";
export { type InspectedFile, inspectFile } from "./inspect-file";
