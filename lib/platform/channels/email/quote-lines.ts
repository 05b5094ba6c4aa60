const MAX_LINE = 400;

/** What a mail client writes above the message that it quotes, in English, Spanish and Chinese. */
const ATTRIBUTIONS = [
  /^(On|At) .{6,300} wrote\s?[:：]$/i,
  /^(El|En) .{6,300} escribi[oó]\s?[:：]$/i,
  /^.{6,300}(写道|寫道|写到|寫到)\s?[:：]$/,
];
/** A clock, a year or an address: a sentence of the customer's that ends the same way seldom has one. */
const HAS_WHEN_OR_WHO = /\d{4}|\d{1,2}[:.]\d{2}|@/;
/** An attribution of several lines begins like this; without it, the customer's last line would count as its first. */
const BEGINS = /^((On|At|El|En) |[在于於]|\d{4}\s?[年/-]|"?[^<>]{1,60}<[^<>@\s]{1,100}@)/i;

const SEPARATOR =
  /^[-—_=*\s]{2,}(original message|original|mensaje original|原始邮件|原始郵件|原邮件|原郵件|回复的原邮件|回覆的原郵件)[-—_=*\s]{2,}$/i;

const FROM = /^(From|De|发件人|發件人|寄件者|寄件人)\s?[:：]/i;
const OTHERS =
  /^(Sent|Date|To|Cc|Subject|Enviado( el)?|Fecha|Para|Asunto|发送时间|发送日期|發送時間|日期|时间|時間|收件人|收件者|抄送|副本|主题|主題|主旨|寄件日期|傳送時間)\s?[:：]/i;

const plain = (line: string | undefined) =>
  (line ?? "")
    .slice(0, MAX_LINE)
    .replace(/^[|*\s]+|\*+(?=\s?[:：])|\*+$/g, "")
    .trim();

/** How many lines from here on are the head of quoted history: 0 where it does not begin here. */
export function historyHeadLength(lines: string[], at: number): number {
  const first = plain(lines[at]);
  if (first === "") return 0;
  if (SEPARATOR.test(lines[at]!.slice(0, MAX_LINE).trim())) return 1;
  if (/^_{10,}$/.test(first) && isHeaderBlock(lines, nextFilled(lines, at + 1))) return 1;
  if (isHeaderBlock(lines, at)) return 1;
  return attributionLength(lines, at);
}

function attributionLength(lines: string[], at: number): number {
  let joined = "";
  for (let length = 1; length <= 4; length += 1) {
    const line = plain(lines[at + length - 1]);
    if (line === "" || line.startsWith(">")) return 0;
    joined = joined === "" ? line : `${joined} ${line}`;
    if (joined.length > MAX_LINE) return 0;
    if (ATTRIBUTIONS.some((pattern) => pattern.test(joined)) && HAS_WHEN_OR_WHO.test(joined)) return length;
    if (!BEGINS.test(joined)) return 0;
  }
  return 0;
}

/** "From:" with at least two of its companions on the lines below. */
function isHeaderBlock(lines: string[], at: number): boolean {
  if (!FROM.test(plain(lines[at]))) return false;
  const below = lines.slice(at + 1, at + 9).filter((line) => OTHERS.test(plain(line)));
  return below.length >= 2;
}

export function nextFilled(lines: string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.trim() === "") at += 1;
  return at;
}
