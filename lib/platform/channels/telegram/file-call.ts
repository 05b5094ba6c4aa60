import type { OutboundFile } from "../adapter";
import { type FormBody, writeForm } from "../write-form";

/** sendPhoto: "at most 10 MB", width and height together at most 10000, at most 20 times as long as wide. */
const MAX_PHOTO_BYTES = 10 * 1000 * 1000;
const MAX_PHOTO_SIDES = 10_000;
const MAX_PHOTO_RATIO = 20;

/** The method that shows a file as what it is, and its form. What Telegram would refuse as such goes as a document. */
export function fileCall(to: string, file: OutboundFile): { method: string; form: FormBody } {
  const { method, name } = methodOf(file);
  const { fileName, mimeType, bytes } = file;
  return { method, form: writeForm({ chat_id: to }, { name, fileName, mimeType, bytes }) };
}

function methodOf(file: OutboundFile): { method: string; name: string } {
  if (isPhoto(file)) return { method: "sendPhoto", name: "photo" };
  if (file.mimeType === "video/mp4") return { method: "sendVideo", name: "video" };
  if (file.mimeType === "image/gif") return { method: "sendAnimation", name: "animation" };
  return { method: "sendDocument", name: "document" };
}

function isPhoto({ mimeType, bytes, width, height }: OutboundFile): boolean {
  if (!["image/jpeg", "image/png", "image/webp"].includes(mimeType) || !width || !height) return false;
  const ratio = Math.max(width, height) / Math.min(width, height);
  return bytes.byteLength <= MAX_PHOTO_BYTES && width + height <= MAX_PHOTO_SIDES && ratio <= MAX_PHOTO_RATIO;
}
