import { historyHeadLength, nextFilled } from "./quote-lines";
import { repairWindows1252 } from "./windows-1252";

const MAX_CHARACTERS = 200_000;
const MAX_LINES = 5_000;

const DEVICES =
  "iphone|ipad|ipod|android|samsung|galaxy|huawei|honor|xiaomi|redmi|oppo|vivo|pixel|nokia|blackberry|windows|outlook|mail|gmail|yahoo|proton|aol|smartphone|mobile|phone|tablet|m[oó]vil|tel[eé]fono|celular|dispositivo|correo";
/** What phones and programs put under a mail by themselves. */
const DEVICE_LINE = new RegExp(
  `^(sent (from|with|via) |enviado (desde|con|por) |get outlook for |obtener outlook para ).{0,40}(${DEVICES}|ios)\\b.{0,40}$` +
    "|^(发自我的|發自我的|来自我的|從我的.{1,20}(傳送|寄出)|获取 ?outlook|获取适用于|下載 ?outlook|发送自).{0,40}$",
  "i",
);

/**
 * What the customer wrote in this mail: without quoted history and signature. Answers between or below the quoted
 * lines stay. Where nothing would be left, the whole text is: rather too much than nothing.
 */
export function ownWords(text: string): string {
  const whole = clean(text);
  const lines = whole.split("\n").slice(0, MAX_LINES);
  const kept: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const head = historyHeadLength(lines, at);
    if (head > 0) {
      const next = nextFilled(lines, at + head);
      // Marked line by line, the quotation ends where the marks do. Unmarked, it runs to the end.
      if (!lines[next]?.startsWith(">")) break;
      at = next;
      continue;
    }
    if (!lines[at]!.startsWith(">")) kept.push(lines[at]!);
    at += 1;
  }
  return tidy(withoutSignature(kept)) || whole;
}

/** The same text with plain line ends and without characters that show nothing. */
export function clean(text: string): string {
  return tidy(
    repairWindows1252(text.slice(0, MAX_CHARACTERS))
      .replace(/\r\n?/g, "\n")
      .replace(/[\u00a0\u3000]/g, " ")
      .replace(/(?![\n\t])\p{Cc}|[\u200b\u2060\ufeff]/gu, "")
      .toWellFormed()
      .split("\n"),
  );
}

function withoutSignature(lines: string[]): string[] {
  const mark = lines.findIndex((line) => /^--\s?$/.test(line));
  const kept = mark < 0 ? [...lines] : lines.slice(0, mark);
  while (kept.length > 0 && (kept.at(-1)!.trim() === "" || DEVICE_LINE.test(kept.at(-1)!.trim()))) kept.pop();
  return kept;
}

function tidy(lines: string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
