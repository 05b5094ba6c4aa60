// Runs before every npm command here, on a bare Node: checks the version, installs packages when they are not
// those of the lockfile. `node scripts/ensure-install.mjs --tests` asks for what the tests need.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stampFile = `${root}node_modules/.zhanggui-install`;
const forTests = process.argv.includes("--tests");

checkNodeVersion(forTests ? "20.19" : "20.9", forTests ? "The tests need" : "Zhanggui needs");
ensurePackages();

function checkNodeVersion(minimum, sentence) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [needMajor, needMinor] = minimum.split(".").map(Number);
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  fail(`${sentence} Node.js ${minimum} or newer; this is ${process.versions.node}.`);
}

function ensurePackages() {
  const lockfile = readFileSync(`${root}package-lock.json`, "utf8");
  const hash = createHash("sha256").update(lockfile);
  for (const patch of readdirSync(`${root}patches`)) hash.update(readFileSync(`${root}patches/${patch}`));
  const stamp = hash.digest("hex");
  if (readIfThere(stampFile) === stamp) return;
  if (!installedMatches(JSON.parse(lockfile))) install();
  mendPackages();
  writeFileSync(stampFile, stamp);
}

/**
 * Whether the packages on disk, which someone may have installed by hand, are those of the lockfile: all that the
 * project names, and no other version of anything. (The lockfile also lists what is meant for other systems.)
 */
function installedMatches(lock) {
  const record = readIfThere(`${root}node_modules/.package-lock.json`);
  if (!record) return false;
  const installed = JSON.parse(record).packages;
  const { dependencies, devDependencies } = lock.packages[""];
  const named = Object.keys({ ...dependencies, ...devDependencies });
  return (
    named.every((name) => installed[`node_modules/${name}`]) &&
    Object.entries(installed).every(([path, { version }]) => lock.packages[path]?.version === version)
  );
}

function install() {
  console.log("Installing packages (npm ci); the first time takes a minute or two.");
  const flags = ["ci", "--include=dev", "--no-audit", "--no-fund", "--foreground-scripts=false"];
  // npm names its own program in npm_execpath, which also works where `npm` is not on the PATH.
  const cli = process.env.npm_execpath;
  const [command, args] = cli?.endsWith(".js") ? [process.execPath, [cli, ...flags]] : ["npm", flags];
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", env: installEnvironment() });
  if (status !== 0)
    fail("The packages could not be installed: see npm's message above; is the registry in reach?");
}

/** What is wrong in a package and not yet mended by its authors: patches/README.md. Does nothing the second time. */
function mendPackages() {
  const program = `${root}node_modules/patch-package/dist/index.js`;
  const { status } = spawnSync(process.execPath, [program, "--error-on-fail"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) fail("A patch in patches/ does not fit its package: remove node_modules and try again.");
}

/** `--production` and its relatives would leave out what the build needs. */
function installEnvironment() {
  const { npm_config_production, npm_config_omit, npm_config_only, NODE_ENV, ...env } = process.env;
  return env;
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
