import { limitKey, limitText, RowRejection } from "./row-check";

const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@.,;<>]+$/;
const PHONE = /^\+?[\d\s().\-/]{5,30}$/;
const LOCALE = /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/;

export function readEmail(cell: string): string | null {
  if (cell === "") return null;
  if (cell.length <= 254 && EMAIL.test(cell)) return cell;
  throw new RowRejection("bad_email", `"${cell.slice(0, 60)}" is not an e-mail address.`);
}

/** Spreadsheets write a leading apostrophe to keep a number as text; it is no part of the phone. */
export function readPhone(cell: string): string | null {
  const phone = cell.replace(/^'/, "").trim();
  if (phone === "") return null;
  if (PHONE.test(phone) && /\d{5}/.test(phone.replace(/\D/g, ""))) return phone;
  throw new RowRejection("bad_phone", `"${cell.slice(0, 60)}" is not a phone number.`);
}

export function readLocale(cell: string): string | null {
  if (cell === "") return null;
  if (LOCALE.test(cell)) return cell.replaceAll("_", "-");
  throw new RowRejection("bad_locale", `"${cell.slice(0, 20)}" is not a language tag such as zh-CN.`);
}

/** A country's code or name as the file has it; both are kept as written. */
export function readPlace(cell: string, label: string): string | null {
  return limitText(limitKey(cell, label) ?? "", label);
}
