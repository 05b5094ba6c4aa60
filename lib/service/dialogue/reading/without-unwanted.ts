const PARTS = /[^,，.。;；:：!！?？\n]+/gu;
const UNWANTED =
  /不是|留着|留著|要留|还要的|還要的|不(?:取消|退|换|換|改)|(?<!\p{L})(?:not the|not that|keep(?:ing)?|leave the|except|no (?:el|la|los|las|el de|la de)|s[ií] (?:l[oa]s?) quiero|me (?:l[oa]s?) quedo|quedarme|menos|salvo)(?!\p{L})/iu;

/** A message without what it says is not meant: "not the scarf, the tea", "the kettle I keep, cancel the tea". */
export function withoutUnwanted(text: string): string {
  const parts = text.match(PARTS) ?? [];
  const wanted = parts.filter((part) => !UNWANTED.test(part));
  return wanted.length > 0 && wanted.length < parts.length ? wanted.join(", ") : text;
}
