/** What stands on an order or with its customer, by which a visitor can show that the order is theirs. */
export interface OrderContact {
  emails: readonly (string | null)[];
  phones: readonly (string | null)[];
}

export interface Proof {
  email?: string | undefined;
  phone?: string | undefined;
}

/** Shorter numbers are compared whole; the last eight digits leave out country codes and trunk zeros. */
const PHONE_TAIL_DIGITS = 8;

/** E-mail addresses agree without regard to case, phone numbers by their digits. */
export function isProven(contact: OrderContact, proof: Proof): boolean {
  const email = proof.email?.trim().toLowerCase();
  if (email && contact.emails.some((known) => known?.trim().toLowerCase() === email)) return true;
  const phone = digitsOf(proof.phone);
  return phone !== "" && contact.phones.some((known) => isSamePhone(digitsOf(known), phone));
}

function isSamePhone(known: string, given: string): boolean {
  if (known === "" || known === given) return known !== "";
  if (known.length < PHONE_TAIL_DIGITS || given.length < PHONE_TAIL_DIGITS) return false;
  return known.slice(-PHONE_TAIL_DIGITS) === given.slice(-PHONE_TAIL_DIGITS);
}

/** Full-width digits, as Chinese keyboards type them, count as digits. */
function digitsOf(phone: string | null | undefined): string {
  return (phone ?? "").normalize("NFKC").replace(/\D/g, "");
}

/** An order number as people write it (“#zg 1001”, “hp20431”, full-width) in the forms in which it is compared. */
export function normalizeOrderNumber(number: string): { key: string; digits: string } {
  const plain = number.normalize("NFKC").toUpperCase();
  return { key: plain.replace(/[^\p{L}\p{N}]/gu, ""), digits: plain.replace(/\D/g, "") };
}
