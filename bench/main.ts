// `npm run bench -- walking|understanding|conversations`: measures against the targets, each beside what bounds it on this machine.
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { PARTS as CONVERSATIONS } from "./conversations";
import { isMet, isSkipped, type Line } from "./measure";
import { joinProduct, OwnProduct, type Product } from "./product";
import { describeEnvironment, printReport } from "./report";
import { PARTS as UNDERSTANDING } from "./understanding";
import { benchSecondStart, describeFirstStart, PARTS as WALKING, type WalkingOptions } from "./walking";

const SUITES: Record<string, string[]> = {
  walking: [...Object.keys(WALKING), "start"],
  understanding: Object.keys(UNDERSTANDING),
  conversations: Object.keys(CONVERSATIONS),
};
const USAGE = `Usage: npm run bench -- SUITE [options]
  walking           the product as a whole; parts: ${SUITES.walking!.join(", ")}
  understanding     the text model and the voice; parts: ${SUITES.understanding!.join(", ")}
  conversations     the knowledge base, the bot, and a shop under load; parts: ${SUITES.conversations!.join(", ")}
  --quick           less of everything, without the large import
  --only a,b        some parts
  --data-dir DIR    measures the product that runs from DIR, and starts none
  --url URL         where that product answers, if not as its demo.json says
  --json FILE       writes the figures too`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    "data-dir": { type: "string" },
    url: { type: "string" },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const only = values.only?.split(",");
const suite = positionals.join();
const unknown = only?.find((part) => !SUITES[suite]?.includes(part));
if (values.help || !(suite in SUITES) || unknown) {
  if (unknown) console.error(`There is no part ${unknown}.`);
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}
const options: WalkingOptions = { quick: values.quick, ...(only ? { only } : {}) };
const loadAtStart = loadavg()[0] ?? 0;
const dataDir = values["data-dir"];
const lines = await measureSuite();
const environment = describeEnvironment(loadAtStart);
printReport(lines, environment);
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ environment, lines: lines.map(judged) }, null, 2)}\n`);
const missed = lines.filter((line) => !isSkipped(line) && isMet(line) === false);
if (missed.length > 0)
  console.error(`\n${missed.length} missed: ${missed.map(({ name }) => name).join("; ")}`);
process.exit(missed.length > 0 ? 1 : 0);

async function measureSuite(): Promise<Line[]> {
  if (suite === "understanding") return measureParts(UNDERSTANDING, (part) => part({ quick: options.quick }));
  if (suite === "conversations") return measureParts(CONVERSATIONS, (part) => part({ quick: options.quick }));
  return dataDir ? measure(joinProduct(values.url, dataDir)) : measureOwn();
}

async function measureOwn(): Promise<Line[]> {
  const own = new OwnProduct();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void own.remove().then(() => process.exit(130)));
  try {
    console.log("Starting a product of its own.");
    let product = await own.start();
    const first = describeFirstStart(product.start!);
    if (only && !only.includes("start")) return await measure(product);
    // Measured before the load, on a database as it is after the first morning.
    const second = await benchSecondStart(own);
    product = second.product;
    return [...first, ...second.lines, ...(await measure(product))];
  } finally {
    await own.remove();
  }
}

function measure(product: Product): Promise<Line[]> {
  return measureParts(WALKING, (part) => part(product, options));
}

async function measureParts<Part>(
  parts: Record<string, Part>,
  run: (part: Part) => Promise<Line[]>,
): Promise<Line[]> {
  const all: Line[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (only && !only.includes(name)) continue;
    console.log(`Measuring: ${name}`);
    all.push(...(await attempt(name, () => run(part))));
  }
  return all;
}

/** A part that breaks is a missed target, and no reason to lose the others' figures. */
async function attempt(name: string, work: () => Promise<Line[]>): Promise<Line[]> {
  try {
    return await work();
  } catch (error) {
    console.error(error);
    return [{ name: `${name}: failed`, value: 1, unit: "", target: { is: "=", value: 0 } }];
  }
}

function judged(line: Line) {
  return isSkipped(line) ? line : { ...line, met: isMet(line) };
}
