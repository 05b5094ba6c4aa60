// First of all imports, in syntax that an old Node reads too: one sentence rather than a syntax error.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Zhanggui needs Node.js 20.9 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const root = fileURLToPath(new URL("../..", import.meta.url));
process.chdir(root);
if (!existsSync("node_modules/tsx")) {
  console.error("The packages are not installed yet: run npm start (it installs them), or npm ci.");
  process.exit(1);
}
const { register } = await import("tsx/esm/api");
register();
