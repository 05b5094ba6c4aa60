// Checks who imports whom against .dependency-cruiser.mjs: `node scripts/lint-imports.mjs [folder]`.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import swc from "@swc/core";

const places = [
  ...["app", "components", "lib", "db", "worker", "scripts", "test", "e2e", "bench", "widget", "training"],
  ...["proxy.ts", "instrumentation.ts"],
];
const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(resolve(process.argv[2] ?? root));

let withTypes = true;
teachParser();
const { cruise } = await import("dependency-cruiser");
const { default: config, valueRules } = await import("../.dependency-cruiser.mjs");

const passes = [
  await inspect({ types: true, rules: config.forbidden.filter(({ name }) => !valueRules.has(name)) }),
  await inspect({ types: false, rules: config.forbidden.filter(({ name }) => valueRules.has(name)) }),
];
report(
  passes.flatMap(({ violations }) => violations),
  Math.min(...passes.map(({ totalCruised }) => totalCruised)),
);

async function inspect({ types, rules }) {
  withTypes = types;
  const ruleSet = { forbidden: rules, options: config.options };
  const present = places.filter((place) => existsSync(place));
  const { output } = await cruise(present, { ...config.options, ruleSet, validate: true });
  return output.summary;
}

function report(violations, modules) {
  const commentOf = new Map(config.forbidden.map(({ name, comment }) => [name, comment]));
  for (const { rule, from, to } of violations) {
    console.error(`${rule.name}: ${from} → ${to}\n    ${commentOf.get(rule.name)}`);
  }
  // Without a parser for TypeScript nothing is read, and nothing read means nothing found.
  if (modules === 0) console.error("No module was read: is @swc/core installed?");
  console.log(`${modules} modules, ${violations.length} broken import rules`);
  process.exitCode = violations.length > 0 || modules === 0 ? 1 : 0;
}

/** dependency-cruiser asks swc to read .tsx as plain TypeScript, and does not tell `import type` from `import`. */
function teachParser() {
  const parseFile = swc.parseFileSync.bind(swc);
  swc.parseFileSync = (file, options) => {
    const ast = parseFile(file, { ...options, tsx: file.endsWith("x") });
    if (!withTypes) ast.body = ast.body.filter((item) => !isTypeOnly(item));
    return ast;
  };
}

function isTypeOnly({ type, typeOnly, specifiers }) {
  if (!["ImportDeclaration", "ExportNamedDeclaration", "ExportAllDeclaration"].includes(type)) return false;
  return typeOnly || (specifiers?.length > 0 && specifiers.every((specifier) => specifier.isTypeOnly));
}
