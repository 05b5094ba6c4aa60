import { repairWindows1252 } from "./windows-1252";

const REPLY = `re|res|resp|aw|sv|回复|回覆|答复|答覆|回信`;
const FORWARD = `fwd?|rv|reenv|tr|转发|轉發|轉寄`;
const PREFIX = new RegExp(String.raw`^\s*(${REPLY}|${FORWARD})\s?(\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]\s*`, "i");
const FORWARDED = new RegExp(String.raw`^\s*(${FORWARD})\s?[:：]`, "i");

export const MAX_SUBJECT_LENGTH = 200;

/** The subject itself: what clients put before it at each answer is taken off, in whatever language. */
export function bareSubject(raw: string | undefined): string {
  let subject = repairWindows1252((raw ?? "").slice(0, 2_000))
    .replace(/\s+/g, " ")
    .trim();
  for (let prefix = PREFIX.exec(subject); prefix; prefix = PREFIX.exec(subject))
    subject = subject.slice(prefix[0].length);
  return Array.from(subject).slice(0, MAX_SUBJECT_LENGTH).join("").trim();
}

export function isForwarded(raw: string | undefined): boolean {
  return FORWARDED.test((raw ?? "").slice(0, 200));
}
