/** What a message says of who an invoice is for. */
export interface InvoiceDetails {
  buyer?: "personal" | "company";
  title?: string;
  taxNumber?: string;
  email?: string;
  /** China's 增值税专用发票. */
  isSpecial?: true;
}

const EMAIL = /[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/u;
const TAX_LABEL =
  "税号|稅號|纳税人识别号|納稅人識別號|统一社会信用代码|信用代码|tax (?:number|id|no\\.?)|vat(?: number| id| no\\.?)?|nif|cif|nie|rfc|ein";
const LABELLED_TAX = new RegExp(
  `(?<!\\p{Script=Latin})(?:${TAX_LABEL})(?!\\p{Script=Latin})\\s*(?:is|es|是|为)?\\s*[:：#]?\\s*([A-Z0-9][A-Z0-9 .\\-/]{4,28}[A-Z0-9])`,
  "iu",
);
/** A Chinese credit code, a Spanish NIF: recognisable without a label. */
const BARE_TAX =
  /(?<![A-Z0-9])(?:[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}|(?:ES)?(?:[A-Z]-?\d{7}-?[0-9A-Z]|\d{8}-?[A-Z]))(?![A-Z0-9])/iu;
const TITLE_LABEL =
  /(?:发票抬头|發票抬頭|抬头|抬頭|公司名称|公司名稱|名称|名稱|名字|raz[oó]n social|a nombre de|nombre|made out to|billed to|bill to|in the name of|company name|name|title)\s*(?:写|寫|开|開|is|es|是|为|為)?\s*[:：]?\s*(?<title>[^,，。;；\n]{2,80})/iu;
/** What kind of buyer it is, and right behind it the name: "company, Hollis & Webb". */
const AFTER_KIND =
  /(?:^|[,，.。;；\s])(?:个人|個人|公司|企业|企業|company|personal|for myself|in my name|empresa|particular|a mi nombre)(?:\s*[,，:：]\s*|(?<=[个個]人|[公企][司业業])\s+(?=\p{Script=Han}{2,4}(?:$|\s)))(?!(?:made out|billed|bill|in the name|a nombre|抬头|抬頭|税号|稅號|name|title|nif|cif|for|to|para|please)(?!\p{Script=Latin}))(?<title>[^,，。;；:：\n\d@]{2,80}?)(?=$|[,，。;；\n])/iu;
/** A part of the message that is a company's name by its legal form. */
const COMPANY_NAME =
  /(?<title>[^,，。;；:：\n]{1,80}?(?:有限公司|股份公司|集团|集團|公司|事务所|合作社|工作室|商行|\bS\.?\s?L\.?(?:U\.?)?|\bS\.?\s?A\.?(?: de C\.?V\.?)?|\bLtd\.?|\bLimited|\bLLC|\bLLP|\bPty|\bB\.?V\.?|\bA\.?G\.?|\bS\.?\s?R\.?\s?L\.?|\bS\.?\s?A\.?\s?S\.?|\bInc\.?|\bGmbH|\bCorp\.?|\bPLC))(?=$|[\s,，。;；?!\n])/iu;
const COMPANY =
  /公司|企业|企業|单位|單位|对公|\b(?:company|business|corporate|firm|work)\b|(?<!\p{L})(?:empresa|sociedad|negocio|aut[oó]nom[oa])(?!\p{L})/iu;
const PERSONAL =
  /个人|個人|私人|自己|\b(?:personal|private|individual|myself|(?:for|to) me)\b|(?<!\p{L})(?:particular|persona f[ií]sica|a mi nombre|para m[ií](?=\s*(?:$|[,.!])))(?!\p{L})/iu;
const SPECIAL = /专票|專票|专用发票|專用發票|增值税专/u;
const LEADING =
  /^(?:应该是|應該是|改成|改为|叫|it should be|deber[ií]a ser|请|請|麻烦|帮我|帮忙|给我|我要|要|开给|開給|开|開|for|to|para|it'?s|es|是)\s*/iu;

/** Reads the parts that a message has; what it does not say is left out. */
export function readInvoiceDetails(text: string): InvoiceDetails {
  const plain = text.normalize("NFKC");
  // Whoever types an address twice has mended the first.
  const emails = plain.match(new RegExp(EMAIL, "gu")) ?? [];
  const email = emails.at(-1);
  const withoutEmail = emails.reduce((text, one) => text.replace(one, ""), plain);
  // A sentence that follows is no part of the number.
  const [labelledTax] = LABELLED_TAX.exec(withoutEmail)?.[1]?.split(/[.,]\s|\s(?=\p{L}{2,}\s)/u) ?? [];
  const taxNumber = (labelledTax ?? BARE_TAX.exec(withoutEmail)?.[0])?.trim();
  const rest = (taxNumber ? withoutEmail.replace(taxNumber, "") : withoutEmail).replace(
    new RegExp(`(?<!\\p{Script=Latin})(?:${TAX_LABEL})(?!\\p{Script=Latin})\\s*[:：]?`, "giu"),
    "",
  );
  const company = COMPANY_NAME.exec(rest)?.groups?.title;
  const labelled = TITLE_LABEL.exec(rest)?.groups?.title;
  // "The title lacks a character, it should be …": what is said of it is no name beside the name itself.
  const isRemark =
    labelled !== undefined &&
    company !== undefined &&
    /\p{Script=Han}/u.test(company) &&
    !isOnlyKind(company) &&
    !COMPANY_NAME.test(labelled);
  const title = clean(
    (isRemark ? company : labelled) ??
      AFTER_KIND.exec(rest)?.groups?.title ??
      (isOnlyKind(company) ? undefined : company),
  );
  const buyer =
    company || (taxNumber && !PERSONAL.test(rest)) || (COMPANY.test(rest) && !PERSONAL.test(rest))
      ? "company"
      : PERSONAL.test(rest)
        ? "personal"
        : undefined;
  return {
    ...(buyer ? { buyer } : {}),
    ...(title ? { title } : {}),
    ...(taxNumber ? { taxNumber } : {}),
    ...(email ? { email } : {}),
    ...(SPECIAL.test(plain) ? { isSpecial: true as const } : {}),
  };
}

/** "公司" alone says what kind of buyer it is, and is no name. */
const isOnlyKind = (company: string | undefined) =>
  company !== undefined && clean(company)!.replace(/^(?:我们|我們|我|本|一家|一个)?的?/u, "") === "公司";

/** A Chinese name has no blanks: what stands before one is something else. */
const lastWord = (title: string) => (/\p{Script=Han}$/u.test(title) ? title.split(/\s+/).at(-1)! : title);

function clean(title: string | undefined): string | undefined {
  const plain = (title === undefined ? undefined : lastWord(title.trim()))
    ?.replace(LEADING, "")
    .replace(/(?<!\b(?:S\.\s?[ALR]|L|V|Ltd|Inc|Corp|Co))\.$/u, "")
    .trim();
  return plain === "" ? undefined : plain;
}
