import "server-only";

export { claimAttachments } from "./claim-attachments";
export { toMessageAttachment } from "./internal";
export { type OpenAttachment, openAttachment, openSignedAttachment } from "./open-attachment";
export { readWholeFiles, type WholeFile } from "./read-attachment";
export { signAttachmentAddress } from "./signed-address";
export { storeAttachment } from "./store-attachment";
export { type UploadedFile, uploadAttachment, uploadVisitorAttachment } from "./upload-attachment";
