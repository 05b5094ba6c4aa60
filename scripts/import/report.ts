import { formatMoney } from "@/lib/core/money";
import type { ImportProgress } from "@/lib/data/imports";
import type { ImportDto } from "@/lib/data/imports/schemas";

/** A bar on a terminal, a line now and then in a log, nothing when JSON is wanted. */
export function printProgress(isSilent: boolean) {
  let last: ImportProgress | undefined;
  let shownAt = 0;
  const isTerminal = process.stderr.isTTY === true;
  const update = (progress: ImportProgress) => {
    last = progress;
    const now = Date.now();
    if (isSilent || now - shownAt < (isTerminal ? 100 : 2000)) return;
    shownAt = now;
    const done = Math.round(progress.share * 30);
    const bar = `[${"#".repeat(done)}${".".repeat(30 - done)}]`;
    const { read, rejected } = progress.rows;
    const line = `${bar} ${progress.phase}, ${read.toLocaleString("en")} rows, ${rejected} set aside`;
    process.stderr.write(isTerminal ? `\r${line}   ` : `${line}\n`);
  };
  return {
    update,
    end: () => void (isTerminal && !isSilent && process.stderr.write("\r\u001b[K")),
    backendPid: () => last?.backendPid ?? 0,
  };
}

interface Summary {
  merchant: { id: string; name: string };
  result: ImportDto;
  seconds: number;
  backendPid: number;
  isJson: boolean;
}

export function printSummary({ merchant, result, seconds, backendPid, isJson }: Summary): void {
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  if (isJson) {
    console.log(JSON.stringify({ merchant, import: result, seconds, peakRssMb, backendPid }));
    return;
  }
  const count = (value: number) => value.toLocaleString("en");
  const money = (value: ImportDto["acceptedAmount"]) => (value ? formatMoney(value, "en") : "none");
  const { rows, records, acceptedAmount, rejectedAmount } = result;
  const table: [string, string][] = [
    ["Shop", `${merchant.name} (${merchant.id})`],
    ["Rows read", count(rows.read)],
    ["  accepted", count(rows.accepted)],
    ["  set aside", count(rows.rejected)],
    [`${result.kind} created`, count(records.created)],
    ["  updated", count(records.updated)],
    ["  unchanged", count(records.unchanged)],
  ];
  if (acceptedAmount && rejectedAmount) {
    const amountMinor = acceptedAmount.amountMinor + rejectedAmount.amountMinor;
    table.push(["Accepted, net of returns", money(acceptedAmount)]);
    table.push(["Set aside", money(rejectedAmount)]);
    table.push(["Together", money({ ...acceptedAmount, amountMinor })]);
  }
  table.push(["Seconds", seconds.toFixed(1)]);
  table.push(["Peak memory of this process", `${peakRssMb} MB`]);
  if (result.rejectedUrl) table.push(["Rows set aside, as CSV", result.rejectedUrl]);
  for (const [label, value] of table) console.log(`${label.padEnd(30)}${value}`);
}
